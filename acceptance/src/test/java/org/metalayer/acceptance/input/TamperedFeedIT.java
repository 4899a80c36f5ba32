package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.TamperingProxy;
import org.metalayer.acceptance.harness.Trees;

/** Somebody sits between a stick and the Main System. The stick installs only what is signed. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class TamperedFeedIT {
    private static final String PLAYER = "music-player";
    private static final Path TREE = Programs.example("music-player");

    private Fleet fleet;
    private TamperingProxy proxy;
    private StickProcess victim;
    private final AtomicInteger tampered = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        fleet = Fleet.start("tampered", 1);
        proxy = TamperingProxy.before(fleet.system());
        victim = fleet.addBehind(proxy.url(), "usb_victim", "Victim").start();
        fleet.operator().accept("usb_victim");
    }

    @AfterEach
    void stop() {
        fleet.close();
        proxy.close();
    }

    @Test
    void nothingIsInstalledUntilMetadataManifestReleaseAndFilesAreWhatWasSigned() throws Exception {
        proxy.tamper(onPath("/feed/v1/metadata/timestamp", TamperedFeedIT::changeVersion));
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(TREE, PLAYER);
        maker.reports(PLAYER, "bugfix", "A music player");
        assertRefused("a timestamp of another version");

        proxy.tamper(onPath("/feed/v1/targets/director/", TamperedFeedIT::changeVersion));
        assertRefused("a manifest that names another version");

        proxy.tamper(onPath("/feed/v1/targets/content/", TamperedFeedIT::changeVersion));
        assertRefused("a release of another version");

        proxy.tamper(onPath("/feed/v1/blobs/", TamperedFeedIT::changeOneBit));
        assertRefused("files with other bytes");

        proxy.tamper((path, body) -> body);
        eventually(
                "the stick has recovered and installed the true release",
                () ->
                        assertThat(Trees.contents(victim.content(PLAYER)))
                                .isEqualTo(Trees.contents(TREE)));
    }

    private void assertRefused(String what) throws Exception {
        int before = tampered.get();
        eventually(
                "the stick has read " + what,
                () -> assertThat(tampered.get()).isGreaterThan(before + 1));
        assertThat(Trees.contents(victim.content(PLAYER))).as(what).isEmpty();
        assertThat(victim.agent().isAlive()).isTrue();
    }

    private BiFunction<String, byte[], byte[]> onPath(String prefix, UnaryOperator<byte[]> change) {
        return (path, body) -> {
            if (!path.startsWith(prefix) || body.length == 0) {
                return body;
            }
            tampered.incrementAndGet();
            return change.apply(body);
        };
    }

    /** The signature stays, one digit of what was signed is another. */
    private static byte[] changeVersion(byte[] document) {
        Matcher version =
                Pattern.compile("\"version\" ?: ?[0-9]*(?<last>[0-9])")
                        .matcher(new String(document, StandardCharsets.UTF_8));
        assertThat(version.find()).isTrue();
        byte[] changed = document.clone();
        changed[version.start("last")] = (byte) (version.group("last").equals("1") ? '2' : '1');
        return changed;
    }

    private static byte[] changeOneBit(byte[] body) {
        byte[] changed = body.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }
}
