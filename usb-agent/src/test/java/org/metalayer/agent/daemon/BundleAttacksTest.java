package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * Uptane's attacks on what belongs together (its threat analysis), tried on a whole agent: a player
 * that is content, and tools that are code.
 */
class BundleAttacksTest extends WithMainSystem {

    /** What of an older publication is served in the place of the newer. */
    enum Mixed {
        MANIFEST("is not what is signed"),
        DIRECTOR("director is not the one that was named"),
        CODE("code is not the one that was named");

        private final String trouble;

        Mixed(String trouble) {
            this.trouble = trouble;
        }

        Published into(Published newer, Published older) {
            return switch (this) {
                case MANIFEST -> withManifestOf(older, newer);
                case DIRECTOR -> withRoleOf(older, Director.ROLE, newer);
                case CODE -> withRoleOf(older, ReleaseRole.CODE.roleName(), newer);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Mixed.class)
    void mixedBundles(Mixed mixed) throws Exception {
        TestStick stick = stick();
        Bundles bundles = bundlesBeyondThatOf(stick);

        system.feed().serve(mixed.into(bundles.newer(), bundles.older()));
        stick.round();
        assertThat(stick.version("tools")).isEqualTo(1);
        assertThat(stick.version("player"))
                .as("of the newest bundle or as before, never of the older one")
                .isEqualTo(mixed == Mixed.CODE ? 3 : 1);
        assertThat(stick.trouble()).contains(mixed.trouble);

        system.feed().serve(bundles.newer());
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(stick.version("tools")).isEqualTo(3);
        assertThat(stick.version("player")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "targets", "content"})
    void mixAndMatch(String role) throws Exception {
        TestStick stick = stick();
        Bundles bundles = bundlesBeyondThatOf(stick);

        system.feed().serve(withRoleOf(bundles.older(), new RoleName(role), bundles.newer()));
        stick.round();
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.trouble()).contains(role + " is not the one that was named");
    }

    @Test
    void partialBundle() throws Exception {
        Map<String, String> before = Map.of("a.html", "one", "b.js", "one");
        Map<String, String> after = Map.of("a.html", "two", "b.js", "2");
        TestStick stick = stick();
        system.feed().rollOut(player(1, before));
        stick.round();
        system.feed().rollOut(player(2, after));
        String withheld = Sha256.of("2".getBytes(StandardCharsets.UTF_8)).hex();
        system.faults().intercept("/feed/v1/blobs/" + withheld, 404);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(before);
        assertThat(stick.trouble()).isNotEmpty();

        system.faults().clear();
        stick.round();
        assertThat(stick.files("player")).isEqualTo(after);
    }

    /** Whoever has the machine's key leaves a role out of the snapshot. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void partialBundleOfMetadata(boolean sawTheWhole) throws Exception {
        TestStick stick = stick();
        if (sawTheWhole) {
            stick.round();
        }
        rollOutBoth(1);
        system.feed()
                .publishMisnamed(roles -> {
                    roles.remove(Snapshot.name(ReleaseRole.CODE.roleName()));
                    return roles;
                });
        stick.round();
        assertThat(stick.files("tools")).isEmpty();
        assertThat(stick.trouble())
                .contains(
                        sawTheWhole
                                ? "takes back a role that was trusted before"
                                : "does not list the role code");

        system.feed().publishMisnamed(roles -> roles);
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(stick.version("tools")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /feed/v1/metadata/timestamp.json",
                "GET /feed/v1/targets/director/",
                "GET /feed/v1/targets/content/",
                "GET /feed/v1/blobs/",
                "POST /",
                "POST /api/v1/stick/session-challenges",
                "POST /api/v1/stick/sessions",
                "POST /api/v1/stick/check-ins",
                "POST /api/v1/stick/upgrade-reports",
                "POST /api/v1/stick/blobs",
                "POST /api/v1/stick/outcomes"
            })
    void dropRequest(String dropped) throws Exception {
        Map<String, String> one = Map.of("a.html", "one");
        Map<String, String> two = Map.of("a.html", "two");
        TestStick stick = stick();
        system.feed().rollOut(player(1, one));
        stick.round();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        system.feed().rollOut(player(2, two));
        system.faults().drop(dropped);
        stick.round();
        assertThat(stick.trouble()).as("the owner is told").isNotEmpty();
        assertThat(stick.files("player"))
                .as("it goes on without an answer, but not without what is signed")
                .isEqualTo(dropped.startsWith("GET") ? one : two);

        system.faults().clear();
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(stick.files("player")).isEqualTo(two);
        assertThat(system.outcomes().results()).containsExactly("verified", "verified");
        assertThat(system.reports().complete())
                .extracting(UpgradeReport::description)
                .containsExactly("Notes");
    }

    /** What is published is no secret; who asks for it does not stand in the question. */
    @Test
    void eavesdrop() throws Exception {
        rollOutBoth(1);
        List<String> one = pollsOf("usb_001");
        List<String> other = pollsOf("usb_002");
        assertThat(one).anyMatch(poll -> poll.startsWith("/feed/v1/blobs/"));
        assertThat(other).containsExactlyInAnyOrderElementsOf(one);
    }

    private List<String> pollsOf(String moduleId) throws Exception {
        int before = system.polls().size();
        TestStick stick = stick(moduleId);
        stick.round();
        stick.round();
        assertThat(stick.version("player")).isEqualTo(1);
        return system.polls().subList(before, system.polls().size());
    }

    private void rollOutBoth(long version) {
        system.feed().rollOut(player(version, Map.of("a.html", "player " + version)));
        system.feed()
                .rollOut(
                        aRelease(system)
                                .component("tools")
                                .version(version)
                                .executable("run", "tools " + version)
                                .build());
    }

    private ReleaseDocument player(long version, Map<String, String> files) {
        ReleaseBuilder release = aRelease(system).version(version);
        files.forEach(release::file);
        return release.build();
    }

    private static Published withRoleOf(Published older, RoleName role, Published newer) {
        Map<String, byte[]> metadata = new HashMap<>(newer.metadata());
        metadata.put(newest(role, newer), bytes(older.metadata(), newest(role, older)));
        return new Published(metadata, newer.targets());
    }

    private static Published withManifestOf(Published older, Published newer) {
        Map<String, byte[]> targets = new HashMap<>(newer.targets());
        targets.put(manifest(newer), bytes(older.targets(), manifest(older)));
        return new Published(newer.metadata(), targets);
    }

    private static String newest(RoleName role, Published published) {
        return published.metadata().keySet().stream()
                .filter(name -> name.endsWith("." + role.value() + ".json"))
                .max(
                        Comparator.comparingLong(
                                name -> Long.parseLong(name.substring(0, name.indexOf('.')))))
                .orElseThrow();
    }

    private static String manifest(Published published) {
        Targets director =
                SignedMetadata.targets(
                                bytes(published.metadata(), newest(Director.ROLE, published)))
                        .signed();
        TargetFile file = Objects.requireNonNull(director.targets().get(Director.MANIFEST));
        return RepositoryFiles.target(Director.MANIFEST, file, true);
    }

    private static byte[] bytes(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Two later bundles than the one that the stick has. */
    private record Bundles(Published older, Published newer) {}

    private Bundles bundlesBeyondThatOf(TestStick stick) throws Exception {
        rollOutBoth(1);
        stick.round();
        rollOutBoth(2);
        Published older = system.feed().published();
        rollOutBoth(3);
        return new Bundles(older, system.feed().published());
    }
}
