package org.metalayer.protocol.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.ratchet.RenewalClaim;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.trust.NamedTarget;

class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID STICK = UUID.fromString("6f1b3a52-7a55-4a5c-9f0e-0d3c5f2b9a11");
    private static final byte[] SEED = HexFormat.of().parseHex("07".repeat(32));

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final FileManifest files =
            FileManifest.of(
                    List.of(
                            new FileEntry(
                                    new RelativePath("index.html"),
                                    5,
                                    FileMode.PLAIN,
                                    Sha256.of("hello".getBytes(UTF_8)))));
    private final Contributor contributor =
            new Contributor(new ModuleId("usb_001"), new ModuleName("Kitchen stick"));

    @Test
    void aReportComesBackAsItWasSigned() {
        UpgradeReport report = aReport("Playlists");
        assertThat(UpgradeReport.verify(Envelope.parse(report.sign(key).encode()), key.publicKey()))
                .isEqualTo(report);
    }

    @Test
    void aReportSignedByAnotherStickIsRefused() {
        SigningKey other = SigningKey.generate(new SecureRandom());
        assertThatThrownBy(() -> UpgradeReport.verify(aReport("x").sign(other), key.publicKey()))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void anEnrolmentProvesPossessionOfTheKeyItNames() {
        Enrolment enrolment = anEnrolment(key);
        assertThat(Enrolment.verify(Envelope.parse(enrolment.sign(key).encode())))
                .isEqualTo(enrolment);
        SigningKey thief = SigningKey.generate(new SecureRandom());
        assertThatThrownBy(() -> Enrolment.verify(enrolment.sign(thief)))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void anOutcomeComesBackAsItWasSigned() {
        Outcome outcome =
                new Outcome(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        STICK,
                        new ModuleId("usb_001"),
                        OutcomeResult.ROLLED_BACK,
                        "withdrawn",
                        List.of(new RelativePath("settings.json")),
                        NOW);
        assertThat(Outcome.verify(Envelope.parse(outcome.sign(key).encode()), key.publicKey()))
                .isEqualTo(outcome);
    }

    @Test
    void aSessionRequestBindsTheChallengeTheRenewalAndTheDevice() {
        RenewalClaim renewal = new RenewalClaim(7, "nonce", new RequestId("0f".repeat(16)), true);
        Usb usb = new Usb("0951", "1666", "0110", "Kingston", "DataTraveler", "S1", false);
        for (Optional<Usb> device : List.of(Optional.of(usb), Optional.<Usb>empty())) {
            SessionRequest request =
                    new SessionRequest(new ModuleId("usb_001"), "challenge", renewal, device);
            Envelope envelope = Envelope.parse(request.sign(key).encode());
            assertThat(SessionRequest.unverified(envelope)).isEqualTo(request);
            assertThat(SessionRequest.verify(envelope, key.publicKey())).isEqualTo(request);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f", "0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F"})
    void aRequestIdHasOneForm(String text) {
        assertThatThrownBy(() -> new RequestId(text))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void aRenewalBeforeTheFirstEpochIsRefused() {
        assertThatThrownBy(() -> new RenewalClaim(-1, "", new RequestId("0f".repeat(16)), false))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void aReleaseAndAManifestComeBackAsTheyWereWritten() {
        ReleaseDocument release =
                new ReleaseDocument(
                        UUID.randomUUID(),
                        new ComponentName("music-player"),
                        2,
                        UpgradeType.FEATURE,
                        "Playlists",
                        List.of("Playlist"),
                        files,
                        List.of(UUID.randomUUID()),
                        UUID.randomUUID(),
                        contributor,
                        NOW);
        assertThat(ReleaseDocument.read(Json.parseObject(Json.write(release.write()))))
                .isEqualTo(release);
        DeploymentManifest manifest =
                new DeploymentManifest(
                        17,
                        NOW,
                        List.of(
                                anEntry(
                                        Optional.of("07".repeat(32)),
                                        Optional.of(Draw.EVERYONE),
                                        List.of())),
                        List.of(
                                new Withdrawal(
                                        UUID.randomUUID(),
                                        new ComponentName("music-player"),
                                        3,
                                        UUID.randomUUID(),
                                        "bad")));
        assertThat(DeploymentManifest.read(Json.parseObject(Json.write(manifest.write()))))
                .isEqualTo(manifest);
    }

    /** Computed independently with Python's hmac module. */
    @Test
    void aDrawIsTheHeadOfTheHmacOfTheStickId() {
        assertThat(Draw.of(SEED, STICK).hex()).isEqualTo("89b47799a6271359");
    }

    @Test
    void anEntryReachesExactlyTheSticksAtOrBelowItsBoundAndThoseItNames() {
        Draw own = Draw.of(SEED, STICK);
        Draw below = new Draw("%016x".formatted(Long.parseUnsignedLong(own.hex(), 16) - 1));
        String seed = HexFormat.of().formatHex(SEED);
        assertThat(anEntry(Optional.of(seed), Optional.of(own), List.of()).reaches(STICK)).isTrue();
        assertThat(anEntry(Optional.of(seed), Optional.of(below), List.of()).reaches(STICK))
                .isFalse();
        assertThat(anEntry(Optional.of(seed), Optional.of(below), List.of(own)).reaches(STICK))
                .isTrue();
        assertThat(anEntry(Optional.of(seed), Optional.empty(), List.of()).reaches(STICK))
                .isFalse();
        assertThat(anEntry(Optional.empty(), Optional.of(Draw.EVERYONE), List.of()).reaches(STICK))
                .isFalse();
    }

    @Test
    void aSeedThatWasNotCommittedToIsRefused() {
        assertThatThrownBy(() -> anEntry(Optional.of("08".repeat(32)), Optional.empty(), List.of()))
                .hasMessageContaining("not the one that was committed to");
    }

    @ParameterizedTest
    @CsvSource({
        "feature,        novelty,    type must be feature",
        "usb_001,        USB 1,      module_id must match",
        "usb_001,        ../x,       module_id must match",
        "music-player,   ../music,   component must match",
        "index.html,     /etc/passwd, starts with /",
        "index.html,     ../../x,    as a folder name",
        "0644,           4755,       mode must be 0644 or 0755",
        "0644,           0777,       mode must be 0644 or 0755"
    })
    void refusesABadValueWhereverItStands(String good, String bad, String message) {
        String json = new String(Json.write(aReport("x").write()), UTF_8);
        String forged = json.replace("\"" + good + "\"", "\"" + bad + "\"");
        assertThat(forged).isNotEqualTo(json);
        assertThatThrownBy(() -> UpgradeReport.read(Json.parseObject(forged.getBytes(UTF_8))))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesADescriptionThatIsEmptyOrHidesText() {
        assertThatThrownBy(() -> aReport("")).hasMessageContaining("1 to 2000 characters");
        assertThatThrownBy(() -> aReport("safe\u202Egnp.exe"))
                .hasMessageContaining("control characters");
        assertThatThrownBy(() -> aReport("\u001B[2J")).hasMessageContaining("control characters");
    }

    @Test
    void keepsReadingWhenALaterVersionAddsMembers() {
        String json = new String(Json.write(aReport("x").write()), UTF_8);
        String later = json.replaceFirst("\\{", "{\"from_the_future\":{\"a\":[1]},");
        assertThat(UpgradeReport.read(Json.parseObject(later.getBytes(UTF_8))).description())
                .isEqualTo("x");
    }

    @Test
    void namesTypesOnlyOnce() {
        assertThat(List.of(PayloadType.values()))
                .extracting(PayloadType::mediaType)
                .doesNotHaveDuplicates();
    }

    private UpgradeReport aReport(String description) {
        return new UpgradeReport(
                UUID.randomUUID(),
                contributor,
                new ComponentName("music-player"),
                UpgradeType.FEATURE,
                description,
                List.of("Playlist"),
                List.of(new Claim("startup_ms", new BigDecimal("3.0"))),
                List.of(),
                files,
                NOW);
    }

    private static Enrolment anEnrolment(SigningKey key) {
        return new Enrolment(
                new ModuleId("usb_001"),
                new ModuleName("Kitchen stick"),
                key.publicKey(),
                new Usb("0951", "1666", "0110", "Kingston", "DataTraveler", "60A44C41", false),
                "linux-amd64",
                "0.1.0",
                Optional.of("CODE"),
                "0123456789abcdef",
                NOW);
    }

    private static DeploymentEntry anEntry(
            Optional<String> seed, Optional<Draw> bound, List<Draw> named) {
        return new DeploymentEntry(
                UUID.randomUUID(),
                EntryState.RUNNING,
                new ComponentName("music-player"),
                2,
                UUID.randomUUID(),
                Sha256.of(new byte[0]),
                Optional.of(
                        new NamedTarget(
                                "content/music-player/release.json",
                                812,
                                List.of("linux-amd64"),
                                1,
                                Optional.of(Instant.parse("2026-11-20T12:00:00Z")))),
                new ModuleName("Kitchen stick"),
                UpgradeType.FEATURE,
                Strategy.STAGED,
                "normal",
                List.of(new RelativePath("index.html")),
                List.of("Playlist"),
                Sha256.of(SEED),
                seed,
                bound,
                named,
                Duration.ofSeconds(60));
    }
}
