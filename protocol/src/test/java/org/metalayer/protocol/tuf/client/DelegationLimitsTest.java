package org.metalayer.protocol.tuf.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.tuf.TestKeys;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.RoleName;

/** For which paths, and by whose keys, a client listens to a delegated role. */
class DelegationLimitsTest extends DelegationFixture {
    private static final RoleName SHARED = RoleName.delegated("shared");
    private static final String ON_RACK = "rack/box/file";

    /** §4.5: a delegation is of its paths, at every level. */
    @Test
    void nobodyPassesOnMorePathsThanTheyWereGiven() throws IOException {
        delegates("targets", to("a"));
        delegates("a", delegation("shared", "first", "*/*/*"));
        repository.role(SHARED, Map.of(PATH, "file", ON_RACK, "foreign"), "first");
        repository.publish();
        assertThat(holder()).contains("shared");
        assertThat(find(ON_RACK)).isEmpty();
    }

    /** §4.5: by {@code printf shelf/box/file | sha256sum}, which begins with 883a44bb. */
    @Test
    void aRoleIsAskedForPathsThatHaveItsHashPrefix() throws IOException {
        delegates("targets", hashed("a", "0", "883a"), to("b"));
        holds("a");
        holds("b");
        repository.publish();
        assertThat(holder()).contains("a");
    }

    @Test
    void aRoleIsNotAskedForPathsThatHaveAnotherHashPrefix() throws IOException {
        delegates("targets", hashed("a", "0", "883b", "83a4"), to("b"));
        holds("a");
        holds("b");
        repository.publish();
        assertThat(holder()).contains("b");
        assertThat(asked()).isEqualTo("targets b");
    }

    /** 5.6.3: what counts are the keys of the delegator on whose behalf a role is asked. */
    @Test
    void aRoleUnderTwoParentsIsTrustedByTheKeysOfEach() throws IOException {
        twoParents("first", "second");
        TrustedTargets targets = refresh();
        assertThat(targets.find(PATH).orElseThrow().authority()).isEqualTo(signedBy("first"));
        assertThat(targets.find(ON_RACK).orElseThrow().authority()).isEqualTo(signedBy("second"));
    }

    @Test
    void whatOneParentTrustsIsNotTrustedForTheOther() throws IOException {
        twoParents("first");
        TrustedTargets targets = refresh();
        assertThat(targets.find(PATH)).isPresent();
        refused(() -> targets.find(ON_RACK), Refusal.SIGNATURE);
        // Nor as the first that is asked for, from what is stored or from anew.
        refused(() -> find(ON_RACK), Refusal.SIGNATURE);
    }

    /** 5.6.7: where metadata cannot be validated, the search ends. */
    @Test
    void aSecondParentMakesNothingGoodThatTheFirstRefuses() {
        delegates("targets", to("a"), to("b"));
        delegates("a", delegation("shared", "first", SHELF));
        delegates("b", delegation("shared", "second", SHELF));
        repository.role(SHARED, Map.of(PATH, "file"), "second");
        repository.forge(1, 1);
        refused(() -> find(PATH), Refusal.SIGNATURE);
    }

    /** One role that two others trust, each by a key of its own. */
    private void twoParents(String... signers) {
        delegates("targets", to("a"), delegation("b", "b", "rack/*/*"));
        delegates("a", delegation("shared", "first", SHELF));
        delegates("b", delegation("shared", "second", "rack/*/*"));
        repository.role(SHARED, Map.of(PATH, "file", ON_RACK, "file"), signers);
        // The writer would not publish what only one of them trusts.
        repository.forge(1, 1);
    }

    private static Authority signedBy(String key) {
        return new Authority(SHARED, 1, List.of(TestKeys.publicHalf(key)));
    }
}
