package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleKeys;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** What an attacker who holds every key of the Main System can do, and what keepers of keys can. */
@QuarkusTest
class TakeoverTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EVIL =
            "code/music-player/00000000-0000-4000-8000-000000000000.json";

    @Inject Trust trust;
    @Inject TrustStore store;
    @Inject OnlineKeys online;
    @Inject InstantSource clock;
    @Inject SimulatedFleet fleet;

    private Instant now = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrustState before;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        trust.refresh();
        now = clock.instant();
        before = store.load();
    }

    @Test
    void aTakenOverMainSystemCannotIntroduceCode() {
        SignedMetadata<Targets> code =
                sign(TrustRole.CODE, listing(before.list(TrustRole.CODE), EVIL));

        refused(with(before.roots(), Map.of(TrustRole.CODE, code)), "code");
    }

    @Test
    void itCannotLetTheMachineAloneSignForCode() {
        Delegations present = before.list(TrustRole.TARGETS).signed().delegations();
        Delegations weakened =
                new Delegations(
                        present.keys(),
                        present.roles().stream().map(TakeoverTest::byOneKey).toList());
        SignedMetadata<Targets> targets =
                SignedMetadata.unsigned(
                        new Targets(
                                before.list(TrustRole.TARGETS).signed().version() + 1,
                                now.plus(Duration.ofDays(30)),
                                Map.of(),
                                weakened));
        for (SigningKey key : allOnline()) {
            targets = targets.signedWith(key);
        }

        refused(with(before.roots(), Map.of(TrustRole.TARGETS, targets)), "targets");
    }

    @Test
    void itCannotReplaceTheRoot() {
        SigningKey own = SigningKey.generate(RANDOM);
        SignedMetadata<Root> root = nextRoot(before.root().signed(), 1, own).signedWith(own);
        for (SigningKey key : allOnline()) {
            root = root.signedWith(key);
        }
        List<SignedMetadata<Root>> roots =
                Stream.concat(before.roots().stream(), Stream.of(root)).toList();

        refused(with(roots, Map.of()), "root");
    }

    @Test
    void itCanOnlyChooseAmongWhatWasSignedAndListContent() {
        SignedMetadata<Targets> content =
                sign(
                        TrustRole.CONTENT,
                        listing(before.list(TrustRole.CONTENT), "content/music-player/any.json"));

        ClientCheck.require(before, with(before.roots(), Map.of(TrustRole.CONTENT, content)), now);
    }

    @Test
    void keepersRaiseTheThresholdAndARevokedKeyIsRefusedFromThenOn() {
        Root first = before.root().signed();
        SigningKey old = Keeper.key("root");
        SigningKey second = SigningKey.generate(RANDOM);
        SigningKey third = SigningKey.generate(RANDOM);

        SignedMetadata<Root> twoOfThree = nextRoot(first, 2, old, second, third);
        bring(twoOfThree.signedWith(old))
                .statusCode(422)
                .body("detail", containsString("1 of the 2"));
        bring(twoOfThree.signedWith(second).signedWith(third))
                .statusCode(422)
                .body("detail", containsString("0 of the 1"));
        bring(twoOfThree.signedWith(old).signedWith(third)).statusCode(200);

        Root now2 = store.load().root().signed();
        SignedMetadata<Root> withoutOld = nextRoot(now2, 2, second, third);
        bring(withoutOld.signedWith(old).signedWith(second)).statusCode(422);
        bring(withoutOld.signedWith(third).signedWith(second)).statusCode(200);

        SignedMetadata<Root> byRevoked = nextRoot(store.load().root().signed(), 1, old);
        bring(byRevoked.signedWith(old)).statusCode(422);
        assertThat(store.load().root().signed().version()).isEqualTo(now2.version() + 1);

        // For the tests after this one, which hold the first key.
        bring(byRevoked.signedWith(old).signedWith(second).signedWith(third)).statusCode(200);
        assertThat(store.load().firstRoot()).isEqualTo(before.firstRoot());
    }

    @Test
    void whoBringsARootThatThisMainSystemCannotSignUnderIsToldSo() {
        Root present = before.root().signed();
        Map<String, RoleKeys> roles = new HashMap<>(present.roles());
        TufKey elsewhere = TufKey.of(SigningKey.generate(RANDOM).publicKey());
        Map<String, TufKey> keys = new HashMap<>(present.keys());
        keys.put(elsewhere.keyId(), elsewhere);
        roles.put("timestamp", new RoleKeys(1, List.of(elsewhere.keyId())));
        SignedMetadata<Root> root =
                SignedMetadata.unsigned(
                        new Root(
                                present.version() + 1,
                                now.plus(Duration.ofDays(30)),
                                true,
                                keys,
                                roles));

        bring(root.signedWith(Keeper.key("root")))
                .statusCode(422)
                .body("detail", containsString("put them there first"));
    }

    @Test
    void aRootThatNoStickCouldReadIsRefused() {
        SigningKey[] crowd =
                Stream.generate(() -> SigningKey.generate(RANDOM))
                        .limit(2_500)
                        .toArray(SigningKey[]::new);
        SignedMetadata<Root> root = nextRoot(before.root().signed(), 1, crowd);

        bring(root.signedWith(Keeper.key("root")).signedWith(crowd[0]))
                .statusCode(422)
                .body("detail", containsString("sticks could not read root"))
                .body("detail", containsString("at most 524288 are read"));
        assertThat(store.load().root().signed()).isEqualTo(before.root().signed());
    }

    private static DelegatedRole byOneKey(DelegatedRole role) {
        return new DelegatedRole(
                role.name(),
                new RoleKeys(1, role.keys().keyIds()),
                role.scope(),
                role.terminating());
    }

    private Targets listing(SignedMetadata<Targets> current, String path) {
        Map<String, TargetFile> targets = new HashMap<>(current.signed().targets());
        targets.put(
                path,
                TargetFile.of("evil".getBytes(StandardCharsets.UTF_8), new JsonBuilder().build()));
        return new Targets(
                current.signed().version() + 1,
                now.plus(Duration.ofDays(30)),
                targets,
                Delegations.NONE);
    }

    /** The next root: other keys for itself, all else as it was. */
    private SignedMetadata<Root> nextRoot(Root present, int threshold, SigningKey... own) {
        Map<String, RoleKeys> roles = new HashMap<>(present.roles());
        Map<String, TufKey> keys = new HashMap<>(present.keys());
        List<TufKey> halves = Arrays.stream(own).map(key -> TufKey.of(key.publicKey())).toList();
        halves.forEach(key -> keys.put(key.keyId(), key));
        roles.put("root", new RoleKeys(threshold, halves.stream().map(TufKey::keyId).toList()));
        return SignedMetadata.unsigned(
                new Root(present.version() + 1, now.plus(Duration.ofDays(365)), true, keys, roles));
    }

    /** All that the attacker publishes, properly bound by snapshot and timestamp. */
    private TrustState with(
            List<SignedMetadata<Root>> roots, Map<TrustRole, SignedMetadata<Targets>> changed) {
        Map<TrustRole, SignedMetadata<Targets>> lists = new EnumMap<>(before.lists());
        lists.putAll(changed);
        Map<String, MetaFile> meta = new HashMap<>();
        lists.forEach((role, list) -> meta.put(Snapshot.name(role.roleName()), MetaFile.of(list)));
        SignedMetadata<Snapshot> snapshot =
                sign(
                        TrustRole.SNAPSHOT,
                        new Snapshot(
                                before.snapshot().signed().version() + 1,
                                now.plus(Duration.ofDays(7)),
                                meta));
        SignedMetadata<Timestamp> timestamp =
                sign(
                        TrustRole.TIMESTAMP,
                        new Timestamp(
                                before.timestamp().signed().version() + 1,
                                now.plus(Duration.ofDays(1)),
                                MetaFile.of(snapshot)));
        return new TrustState(roots, lists, snapshot, timestamp);
    }

    private <T extends Metadata> SignedMetadata<T> sign(TrustRole role, T content) {
        Authority authority = before.authority(role);
        SignedMetadata<T> signed = SignedMetadata.unsigned(content);
        for (SigningKey key : online.of(authority)) {
            signed = signed.signedWith(key);
        }
        return signed;
    }

    private List<SigningKey> allOnline() {
        return Arrays.stream(TrustRole.values())
                .flatMap(role -> online.of(before.authority(role)).stream())
                .toList();
    }

    private void refused(TrustState evil, String why) {
        assertThatThrownBy(() -> ClientCheck.require(before, evil, now))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("signatures that it needs");
    }

    private static ValidatableResponse bring(SignedMetadata<Root> root) {
        return TestOperator.request()
                .body(Keeper.bringing(Map.of("root", root)))
                .post("/api/v1/trust/metadata")
                .then();
    }
}
