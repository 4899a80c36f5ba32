package org.metalayer.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.TufKey;

class KeysTest {
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir Path home;
    private final FirstTrust trust = new FirstTrust();
    private MainSystemSimulator mainSystem;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
        mainSystem.answers("GET /trust/signing-file", 200, trust.signingFile());
        mainSystem.answers("POST /trust/metadata", 200, "{}");
        file = home.resolve("work.json");
        KeyFiles.write(home.resolve("root.key"), trust.root);
        KeyFiles.write(home.resolve("release.key"), trust.release);
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void aNewKeyIsForItsKeeperOnlyAndNeverWrittenOverAnother() throws IOException {
        Path key = home.resolve("anna.key");
        Result result = run("keys", "create", "anna", "--out", key.toString());
        assertThat(result.exitCode()).isZero();
        KeyFile written = KeyFiles.read(key);
        assertThat(result.out())
                .contains(HeldKey.hex(written.publicKey()), TufKey.of(written.publicKey()).keyId());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Result again = run("keys", "create", "anna", "--out", key.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("nothing is overwritten");
        assertThat(KeyFiles.read(key).publicKey()).isEqualTo(written.publicKey());
    }

    @Test
    void keysForSecureBootAreThreeFiles() {
        Result made = run("keys", "secure-boot", "ours", "--out", home.toString(), "--json");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("ours.key", "ours.pem", "ours.cer");
        assertThat(home.resolve("ours.cer")).isNotEmptyFile();

        Result again = run("keys", "secure-boot", "ours", "--out", home.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("nothing is overwritten");
        assertThat(run("keys", "secure-boot", "a/b").err()).contains("40 letters");
    }

    @Test
    void aLockedKeySignsWithItsPassphraseOnly() {
        fetch();
        String locked = home.resolve("release.locked").toString();
        Result lock =
                typing(PASSPHRASE)
                        .run(
                                "keys",
                                "lock",
                                home.resolve("release.key").toString(),
                                "--out",
                                locked,
                                "--passphrase-stdin");
        assertThat(lock.exitCode()).isZero();

        String[] sign = {"keys", "sign", file.toString(), "--key", locked, "--passphrase-stdin"};
        Result wrong = typing("some other passphrase").run(sign);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("the passphrase is wrong");
        assertThat(typing(PASSPHRASE).run(sign).exitCode()).isZero();
        assertThat(
                        typing("short")
                                .run("keys", "create", "x", "--locked", "--passphrase-stdin")
                                .err())
                .contains("at least 12 characters");
    }

    @Test
    void whatAwaitsASignatureIsSaidInPlainWordsSignedAndBrought() {
        assertThat(run("keys", "pending").out())
                .contains("code 2", "sticks may install music-player 4", "1 of 2 needed");
        fetch();
        assertThat(run("keys", "pending", "--out", file.toString()).exitCode()).isEqualTo(1);
        Result show = run("keys", "show", file.toString());
        assertThat(show.exitCode()).isEqualTo(1);
        assertThat(show.out())
                .contains("replaces    version 1", "(release " + Documents.RELEASE_ID + ")");

        assertThat(run("keys", "publish", file.toString()).err())
                .contains("nothing in it is fully signed", "code: 1 of 2 needed");
        Result sign = sign(file, "release");
        assertThat(sign.out()).isEqualTo("Signed code 2. code: 2 of 2 needed\n");
        assertThat(run("keys", "show", file.toString()).exitCode()).isZero();

        Result publish = run("keys", "publish", file.toString());
        assertThat(publish.out()).isEqualTo("Published code 2.\n");
        assertThat(mainSystem.requests().getLast().body())
                .startsWith("{\"documents\":[{\"role\":\"code\"");
    }

    @Test
    void aKeyThatSignsForNothingHereIsToldSo() {
        fetch();
        Result result = sign(file, "root");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("signs for nothing");
    }

    @Test
    void fromOneKeeperToTwoOfThreeByFiles() throws IOException {
        fetch();
        create("ben");
        create("carla");
        Result prepared =
                run(
                        "keys",
                        "prepare",
                        file.toString(),
                        "--role",
                        "root",
                        "--add",
                        home.resolve("ben.key").toString(),
                        "--add",
                        HeldKey.hex(KeyFiles.read(home.resolve("carla.key")).publicKey()),
                        "--threshold",
                        "2");
        assertThat(prepared.exitCode()).isZero();
        assertThat(prepared.out())
                .contains(
                        "root 2",
                        "root: 2 of 3 have to sign instead of 1 of 1",
                        "the root before: 0 of 1 needed",
                        "root: 0 of 2 needed");

        Path bens = Files.copy(file, home.resolve("bens-copy.json"));
        sign(file, "root");
        assertThat(sign(bens, "ben").out()).contains("root: 1 of 2 needed, still to sign");
        Result published = run("keys", "publish", file.toString(), bens.toString());
        assertThat(published.lines())
                .containsExactly("Published root 2.", "Left out, not fully signed: code 2.");
        SigningFile merged = SigningFile.read(file).mergedWith(SigningFile.read(bens));
        assertThat(merged.demands(merged.document("root").orElseThrow()))
                .isNotEmpty()
                .allMatch(Demand::isMet);
    }

    @Test
    void aStolenReleaseKeyIsRotatedInEveryRoleThatItSignsFor() {
        fetch();
        create("new-release");
        Result rotated =
                run(
                        "keys",
                        "rotate",
                        file.toString(),
                        "--old",
                        FirstTrust.key(trust.release.key()).keyId().substring(0, 16),
                        "--new",
                        home.resolve("new-release.key").toString());
        assertThat(rotated.exitCode()).isZero();
        for (String role : new String[] {"code", "agent", "os"}) {
            assertThat(rotated.out()).contains(role + ": no longer trusts the key");
        }
        assertThat(rotated.out()).contains("targets: 0 of 1 needed").doesNotContain("root 2");
    }

    @Test
    void revokingTheLastKeyIsRefused() {
        fetch();
        String before = FirstTrust.key(trust.release.key()).keyId();
        Result result = run("keys", "revoke", file.toString(), before);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("would have 1 keys, of which 2 have to sign");
        assertThat(run("keys", "revoke", file.toString(), "00000000").err())
                .contains("no role has a key");
        assertThat(run("keys", "revoke", file.toString(), "0").exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoSigningFileIsRefused() throws IOException {
        Path notes = Files.writeString(home.resolve("notes.json"), "{\"type\":\"notes\"}");
        Result result = run("keys", "show", notes.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("notes.json", "not a signing file");
        assertThat(run("keys", "sign").exitCode()).isEqualTo(2);
        assertThat(run("keys", "--help").exitCode()).isZero();
    }

    private void fetch() {
        assertThat(run("keys", "pending", "--out", file.toString()).exitCode()).isZero();
    }

    private void create(String name) {
        run("keys", "create", name, "--out", home.resolve(name + ".key").toString());
    }

    private Result sign(Path what, String key) {
        return run("keys", "sign", what.toString(), "--key", home.resolve(key + ".key").toString());
    }

    private CommandLineRun typing(String text) {
        return new CommandLineRun(home).at(mainSystem.url()).typing(text + "\n");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
