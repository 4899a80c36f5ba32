package org.metalayer.server.evaluation.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.protocol.UpgradeType;

class ImpactScoreTest {

    private static final int SHORT = "Playlists".length();
    private static final int EXPLAINED = "Closes the hole through which a title runs".length();

    @Test
    void aPlainFeatureIsOfMediumImpact() {
        Impact impact = ImpactScore.of(facts(UpgradeType.FEATURE, SHORT, 1, 0, 2, 100));

        assertThat(impact.level()).isEqualTo(ImpactLevel.MEDIUM);
        assertThat(impact.factors())
                .extracting(Impact.Factor::name)
                .containsExactly("type", "features", "files", "code");
    }

    @Test
    void aFeatureThatNamesNoneAndBringsNoCodeIsOfLowImpact() {
        assertThat(ImpactScore.of(facts(UpgradeType.FEATURE, SHORT, 0, 0, 1, 0)).level())
                .isEqualTo(ImpactLevel.LOW);
    }

    @Test
    void anExplainedSecurityFixIsOfHighImpact() {
        assertThat(ImpactScore.of(facts(UpgradeType.SECURITY, EXPLAINED, 0, 0, 1, 0)).level())
                .isEqualTo(ImpactLevel.HIGH);
    }

    @Test
    void anUnexplainedSecurityFixIsLeftToAPerson() {
        assertThat(ImpactScore.of(facts(UpgradeType.SECURITY, SHORT, 0, 0, 1, 100)).level())
                .isEqualTo(ImpactLevel.MEDIUM);
    }

    @Test
    void claimsCountForASecurityFix() {
        assertThat(ImpactScore.of(facts(UpgradeType.SECURITY, SHORT, 0, 1, 1, 100)).level())
                .isEqualTo(ImpactLevel.HIGH);
    }

    @Test
    void reachAndRemovalsMatter() {
        ImpactFacts facts = new ImpactFacts(UpgradeType.UX, SHORT, 0, 0, 3, 3, 10, 0, 1000);

        assertThat(ImpactScore.of(facts).factors())
                .contains(
                        new Impact.Factor("removals", 15, "3 files removed"),
                        new Impact.Factor("reach", 15, "1000 sticks have this component"));
    }

    @ParameterizedTest
    @EnumSource
    void theScoreIsTheSumOfWhatIsExplained(UpgradeType type) {
        Impact impact = ImpactScore.of(facts(type, EXPLAINED, 3, 4, 120, 50));

        assertThat(impact.score())
                .isEqualTo(impact.factors().stream().mapToInt(Impact.Factor::points).sum());
        assertThat(impact.factors()).allSatisfy(factor -> assertThat(factor.why()).isNotBlank());
    }

    private static ImpactFacts facts(
            UpgradeType type,
            int description,
            int features,
            int claims,
            int changed,
            long activeBytes) {
        return new ImpactFacts(
                type, description, features, claims, changed, 0, 100, activeBytes, 0);
    }
}
