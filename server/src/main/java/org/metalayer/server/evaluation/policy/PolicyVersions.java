package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.access.Operator;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.persistence.Turns;

/** The door to the versions of the policy: from a draft to the one that decides. */
@ApplicationScoped
@Transactional
public class PolicyVersions {

    private static final Logger LOG = Logger.getLogger(PolicyVersions.class);
    private static final String LIVE_TYPE = "policy";

    @Inject PolicyRepository versions;
    @Inject PolicyRowRepository rows;
    @Inject PolicyExampleRepository examples;
    @Inject Policies policies;
    @Inject SecondOperator second;
    @Inject Turns turns;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** Newest first. */
    public List<PolicyVersion> all() {
        return versions.newestFirst().stream().map(PolicyEntity::toRecord).toList();
    }

    public PolicyDetail find(int version) {
        return detail(entity(version));
    }

    public PolicyDetail inForce() {
        return detail(versions.active());
    }

    /** A draft that says this. */
    public PolicyDetail draft(PolicyContent content, String note, Operator by) {
        turns.take("policy");
        PolicyEntity draft =
                new PolicyEntity(versions.next(), content.rows().size(), note, step(by));
        versions.persistAndFlush(draft);
        write(draft.toRecord().version(), content);
        return changed(draft);
    }

    /**
     * Makes a draft say something else.
     *
     * @param expected the revision that the caller saw; null for whichever it is
     */
    public PolicyDetail edit(
            int version,
            @Nullable Integer expected,
            PolicyContent content,
            String note,
            Operator by) {
        PolicyEntity draft = expected(version, expected);
        draft.edit(content.rows().size(), note, by.username());
        rows.delete("policyVersion", version);
        examples.delete("policyVersion", version);
        write(version, content);
        return changed(draft);
    }

    /** Fixes a draft whose examples all pass. */
    public PolicyDetail propose(int version, @Nullable Integer expected, Operator by) {
        PolicyEntity draft = expected(version, expected);
        PolicyContent content = policies.content(version);
        requireExamples(version, content);
        draft.propose(content.sha256(version), versions.active().toRecord().version(), step(by));
        return changed(draft);
    }

    /** Makes a proposal a draft again. */
    public PolicyDetail sendBack(int version, @Nullable Integer expected) {
        PolicyEntity proposed = expected(version, expected);
        proposed.sendBack();
        return changed(proposed);
    }

    /** Gives a draft up, for good. */
    public PolicyDetail discard(int version, @Nullable Integer expected, Operator by) {
        PolicyEntity draft = expected(version, expected);
        draft.discard(step(by));
        return changed(draft);
    }

    /**
     * A second operator approves what they saw.
     *
     * @param seen the digest of the content that was shown to them
     */
    public PolicyDetail approve(int version, @Nullable Integer expected, Sha256 seen, Operator by) {
        PolicyEntity proposed = expected(version, expected);
        PolicyVersion present = proposed.toRecord();
        proposed.requireStep(PolicyState.ACTIVE);
        requireSeen(present, seen);
        second.require(by, present);
        proposed.approve(step(by));
        return changed(proposed);
    }

    /** From now on this version decides. */
    public PolicyDetail activate(
            int version, @Nullable Integer expected, Sha256 seen, Operator by) {
        PolicyEntity proposed = expected(version, expected);
        PolicyVersion present = proposed.toRecord();
        PolicyEntity before = versions.active();
        proposed.requireStep(PolicyState.ACTIVE);
        requireSeen(present, seen);
        requireUnmoved(present, before.toRecord().version());
        requireExamples(version, policies.content(version));
        if (present.approved().isEmpty() && second.isNeeded()) {
            throw PolicyProblems.SECOND_OPERATOR.because(
                    "nobody has approved policy %d who had no hand in it".formatted(version));
        }
        // The database has one version in force at every statement.
        before.supersede(clock.instant());
        versions.flush();
        proposed.activate(step(by));
        LOG.infof(
                "Policy %d (%s) is in force, activated by %s, approved by %s",
                version,
                seen,
                by.username(),
                present.approved().map(PolicyVersion.Step::by).orElse("nobody else"));
        return changed(proposed);
    }

    private void write(int version, PolicyContent content) {
        for (PolicyRow row : content.rows()) {
            rows.persist(new PolicyRowEntity(version, row));
        }
        for (int i = 0; i < content.examples().size(); i++) {
            examples.persist(new PolicyExampleEntity(version, i + 1, content.examples().get(i)));
        }
    }

    private static void requireSeen(PolicyVersion present, Sha256 seen) {
        if (!present.sha256().filter(seen::equals).isPresent()) {
            throw PolicyProblems.OTHER_CONTENT.because(
                    "policy %d has the digest %s: look at it again"
                            .formatted(
                                    present.version(),
                                    present.sha256().map(Sha256::hex).orElse("none")));
        }
    }

    private static void requireUnmoved(PolicyVersion present, int inForce) {
        if (!present.against().filter(against -> against == inForce).isPresent()) {
            throw PolicyProblems.MOVED.because(
                    "policy %d was compared with policy %d, but %d is in force: send it back and propose it again"
                            .formatted(present.version(), present.against().orElse(0), inForce));
        }
    }

    private static void requireExamples(int version, PolicyContent content) {
        List<String> failing =
                content.tryExamples(version).stream()
                        .filter(result -> !result.passed())
                        .map(result -> "“%s”".formatted(result.example().name()))
                        .toList();
        if (!failing.isEmpty()) {
            throw PolicyProblems.EXAMPLES_FAIL.because(
                    "%s of its examples end otherwise: %s. Mend the table or the examples"
                            .formatted(failing.size(), String.join(", ", failing)));
        }
    }

    /** The version, for its change by one operator at a time. */
    private PolicyEntity expected(int version, @Nullable Integer expected) {
        turns.take("policy");
        PolicyEntity found = entity(version);
        int revision = found.toRecord().revision();
        if (expected != null && expected != revision) {
            throw ProblemType.STALE_VERSION.because(
                    "policy %d is at revision %d now: look again, then decide"
                            .formatted(version, revision));
        }
        return found;
    }

    private PolicyEntity entity(int version) {
        return versions.findByIdOptional(version)
                .orElseThrow(() -> new NoSuchThingException("policy " + version));
    }

    private PolicyVersion.Step step(Operator by) {
        return new PolicyVersion.Step(by.username(), clock.instant());
    }

    private PolicyDetail changed(PolicyEntity entity) {
        versions.flush();
        live.publish(LIVE_TYPE, entity.toRecord().version());
        return detail(entity);
    }

    private PolicyDetail detail(PolicyEntity entity) {
        PolicyVersion version = entity.toRecord();
        return new PolicyDetail(
                version,
                policies.content(version.version()),
                (version.state() == PolicyState.DRAFT || version.state() == PolicyState.PROPOSED)
                        && second.isNeeded());
    }
}
