package org.metalayer.server.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.trust.Signing;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.evaluation.ReplayRun;
import org.metalayer.server.evaluation.Replays;
import org.metalayer.server.evaluation.ReportDetail;
import org.metalayer.server.evaluation.ReportFilter;
import org.metalayer.server.evaluation.ReportState;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.evaluation.policy.PolicyState;
import org.metalayer.server.evaluation.policy.PolicyVersion;
import org.metalayer.server.evaluation.policy.PolicyVersions;
import org.metalayer.server.fleet.StickDetail;
import org.metalayer.server.fleet.StickFilter;
import org.metalayer.server.fleet.StickOverview;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.fleet.WarningKind;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.rollout.Ring;
import org.metalayer.server.rollout.RolloutDetail;
import org.metalayer.server.rollout.RolloutState;
import org.metalayer.server.rollout.Rollouts;
import org.metalayer.server.rollout.gate.Verdict;

/** What needs a person, most urgent first; the newest few of each kind. */
@ApplicationScoped
class AttentionList {

    private static final PageRequest FEW = new PageRequest(10, null);

    /** A halt stays in sight so long: whoever looks in once a week sees it. */
    private static final Duration HALTS_SHOWN = Duration.ofDays(7);

    /** Answers come with check-ins, so that a ring always waits for a while. */
    private static final Duration USUAL_WAIT = Duration.ofHours(1);

    @Inject StickOverview sticks;
    @Inject Reports reports;
    @Inject Rollouts rollouts;
    @Inject Manifests manifests;
    @Inject Catalog catalog;
    @Inject Replays replays;
    @Inject PolicyVersions policies;
    @Inject Trust trust;
    @Inject InstantSource clock;

    List<Attention> items() {
        Instant now = clock.instant();
        Instant since = now.minus(HALTS_SHOWN);
        return Stream.of(
                        manifests.trouble().stream().map(AttentionList::unpublished),
                        catalog.troubles().stream().map(AttentionList::incomplete),
                        trust.keyTroubles().stream().map(AttentionList::keyless),
                        odd(WarningKind.CLONED, StickAttention::cloned),
                        replays.newest().stream()
                                .filter(run -> run.different() > 0 || run.error().isPresent())
                                .map(AttentionList::notReplayed),
                        rollouts.page(RolloutState.HALTED, null, FEW).items().stream()
                                .filter(it -> it.rollout().life().restsSince(since))
                                .map(AttentionList::halted),
                        reports.page(ReportFilter.in(ReportState.NEEDS_HUMAN), FEW).items().stream()
                                .map(AttentionList::undecided),
                        odd(WarningKind.RESTORED, StickAttention::restored),
                        odd(WarningKind.REFUSED_RENEWAL, StickAttention::refused),
                        odd(WarningKind.SET_ASIDE, StickAttention::setAside),
                        odd(WarningKind.RESTORE_CONFIRMED, StickAttention::confirmed),
                        odd(WarningKind.OTHER_HARDWARE, StickAttention::moved),
                        policies.all().stream()
                                .filter(it -> it.state() == PolicyState.PROPOSED)
                                .limit(FEW.limit())
                                .map(AttentionList::proposed),
                        trust.signings().stream().map(AttentionList::unsigned),
                        rollouts.held(now.minus(USUAL_WAIT), FEW.limit()).stream()
                                .map(AttentionList::held),
                        rollouts.page(RolloutState.PAUSED, null, FEW).items().stream()
                                .map(AttentionList::paused),
                        sticks.page(new StickFilter(StickState.PENDING, null), FEW).items().stream()
                                .map(StickAttention::pending))
                .flatMap(items -> items)
                .toList();
    }

    private Stream<Attention> odd(WarningKind kind, Function<StickDetail, Attention> describe) {
        return sticks.warningOf(kind, FEW.limit()).stream().map(describe);
    }

    private static Attention halted(RolloutDetail detail) {
        return new Attention(
                "rollout-halted",
                "high",
                name(detail) + " was halted",
                detail.rollout().life().reason(),
                link(detail),
                null);
    }

    private static Attention unpublished(String trouble) {
        return new Attention(
                "manifest-unpublished",
                "high",
                "Sticks are not told of what changed",
                "Not everything could be published: " + trouble,
                "/rollouts",
                null);
    }

    private static Attention incomplete(String trouble) {
        return new Attention(
                "feed-incomplete",
                "high",
                "Sticks cannot fetch all releases",
                trouble,
                "/components",
                null);
    }

    private static Attention keyless(String trouble) {
        return new Attention(
                "online-key-unusable",
                "high",
                "A key that the Main System signs with cannot be used",
                trouble,
                "/trust",
                null);
    }

    private static Attention notReplayed(ReplayRun run) {
        return new Attention(
                "decisions-not-replayed",
                "high",
                run.different() > 0
                        ? "%d of %d decisions cannot be recomputed"
                                .formatted(run.different(), run.same() + run.different())
                        : "Decisions could not be recomputed",
                run.error()
                        .orElse(
                                "The inputs that were kept give another decision: somebody or"
                                        + " something changed decisions, policies or rules."),
                "/policy",
                null);
    }

    private static Attention proposed(PolicyVersion version) {
        return new Attention(
                "policy-proposed",
                "medium",
                "Policy %d waits to be put in force".formatted(version.version()),
                version.note(),
                "/policy/" + version.version(),
                "decide");
    }

    private static Attention unsigned(Signing signing) {
        return new Attention(
                "signature-awaited",
                "medium",
                "Releases of %s wait for a person's signature".formatted(signing.role().wire()),
                "Fetch what is to be signed, look at it where the release key is, sign it, and"
                        + " bring it back.",
                "/trust",
                null);
    }

    private static Attention held(RolloutDetail detail) {
        return new Attention(
                "rollout-held",
                "medium",
                name(detail) + " does not get on",
                detail.openRing().flatMap(Ring::verdict).map(Verdict::reason).orElse(""),
                link(detail),
                null);
    }

    private static Attention paused(RolloutDetail detail) {
        return new Attention(
                "rollout-paused",
                "low",
                name(detail) + " is paused",
                detail.rollout().life().reason(),
                link(detail),
                "resume");
    }

    private static Attention undecided(ReportDetail detail) {
        return new Attention(
                "report-needs-human",
                "medium",
                "“%s” waits for your decision".formatted(detail.report().description()),
                detail.decision().map(it -> String.join(" ", it.ruling().reasons())).orElse(""),
                "/upgrades/" + detail.report().id(),
                "decide");
    }

    private static String name(RolloutDetail detail) {
        return "%s release %d"
                .formatted(detail.rollout().component(), detail.rollout().releaseVersion());
    }

    private static String link(RolloutDetail detail) {
        return "/rollouts/" + detail.rollout().id();
    }
}
