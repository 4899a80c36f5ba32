package org.metalayer.protocol.tuf.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.tuf.repository.RoleDefinition.Delegation;

/** In which order a client asks the roles for a target, and where it ends (§5.6.7). */
class DelegationSearchTest extends DelegationFixture {

    /** 5.6.7: depth first, in pre-order; 5.6.7.2: in order of appearance. */
    @Test
    void rolesAreAskedInPreOrder() throws IOException {
        delegates("targets", to("a"), to("d"));
        delegates("a", to("b"), to("c"));
        delegates("b");
        delegates("c");
        holds("d");
        repository.publish();
        assertThat(holder()).contains("d");
        assertThat(asked()).isEqualTo("targets a b c d");
    }

    /** 5.6.7.2.2: as soon as a delegation returns a result. */
    @Test
    void theFirstRoleThatSpeaksOfATargetEndsTheSearch() throws IOException {
        delegates("targets", to("a"), to("c"));
        delegates("a", to("b"));
        holds("b");
        holds("c");
        repository.publish();
        assertThat(holder()).contains("b");
        assertThat(asked()).isEqualTo("targets a b");
    }

    /** 5.6.7.1: a role that has the target asks nobody else. */
    @Test
    void aRoleComesBeforeThoseItDelegatesTo() throws IOException {
        delegates("targets", to("a"));
        holds("a", to("b"));
        holds("b");
        repository.publish();
        assertThat(holder()).contains("a");
        assertThat(asked()).isEqualTo("targets a");
    }

    /** 5.6.7.1: what has been visited is skipped. */
    @Test
    void aCycleEnds() throws IOException {
        delegates("targets", to("a"), to("c"));
        delegates("a", to("b"));
        delegates("b", to("b"), to("a"));
        delegates("c", to("a"));
        repository.publish();
        assertThat(holder()).isEmpty();
        assertThat(asked()).isEqualTo("targets a b c");
    }

    @Test
    void whatLiesBehindACycleIsFound() throws IOException {
        delegates("targets", to("a"));
        delegates("a", to("b"));
        delegates("b", to("a"), to("c"));
        holds("c");
        repository.publish();
        assertThat(holder()).contains("c");
    }

    /** 5.6.7.1: the targets role and 31 levels below it are the 32 roles that are visited. */
    @Test
    void theLastRoleWithinTheBoundIsAsked() throws IOException {
        chain(31);
        assertThat(holder()).contains("r31");
    }

    @Test
    void aRoleBeyondTheBoundIsNotAsked() throws IOException {
        chain(32);
        assertThat(holder()).isEmpty();
        assertThat(asked()).endsWith(" r30 r31");
    }

    /** The bound is of roles, not of levels. */
    @Test
    void rolesBesideOneAnotherAreBoundToo() throws IOException {
        delegates(
                "targets",
                IntStream.rangeClosed(1, 40).mapToObj(n -> to("r" + n)).toArray(Delegation[]::new));
        IntStream.range(1, 40).forEach(n -> delegates("r" + n));
        holds("r40");
        repository.publish();
        assertThat(holder()).isEmpty();
        assertThat(asked()).endsWith(" r30 r31");
    }

    /** 5.6.7.2.1 */
    @Test
    void aTerminatingDelegationEndsTheSearch() throws IOException {
        delegates("targets", terminating(to("a")), to("b"));
        delegates("a");
        holds("b");
        repository.publish();
        assertThat(holder()).isEmpty();
        assertThat(asked()).isEqualTo("targets a");
    }

    /** 5.6.7.2.1 goes to 5.7: what the roles above would ask next is not asked either. */
    @Test
    void aTerminatingDelegationFurtherDownEndsTheWholeSearch() throws IOException {
        delegates("targets", to("a"), to("c"));
        delegates("a", terminating(to("b")));
        delegates("b");
        holds("c");
        repository.publish();
        assertThat(holder()).isEmpty();
        assertThat(asked()).isEqualTo("targets a b");
    }

    /** 5.6.7.2: all that lies below it is searched first. */
    @Test
    void aTerminatingDelegationIsFollowedToItsEnd() throws IOException {
        delegates("targets", terminating(to("a")), to("d"));
        delegates("a", to("b"), to("c"));
        delegates("b");
        holds("c");
        holds("d");
        repository.publish();
        assertThat(holder()).contains("c");
    }

    /** §4.5: it terminates for its own paths only. */
    @Test
    void aTerminatingDelegationOfOtherPathsEndsNothing() throws IOException {
        delegates("targets", terminating(delegation("a", "a", "attic/*/*")), to("b"));
        delegates("a");
        holds("b");
        repository.publish();
        assertThat(holder()).contains("b");
        assertThat(asked()).isEqualTo("targets b");
    }

    /** Roles r1 to r{length}, each delegating to the next; the last one has the target. */
    private void chain(int length) {
        delegates("targets", to("r1"));
        IntStream.range(1, length).forEach(n -> delegates("r" + n, to("r" + (n + 1))));
        holds("r" + length);
        repository.publish();
    }
}
