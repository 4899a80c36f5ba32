package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** What a component may declare of its own health, and what follows when it does not hold. */
@QuarkusTest
class HealthVettingTest {

    private static final String PAGE = "<!doctype html><title>Notes</title>";

    @Inject SimulatedFleet fleet;
    @Inject Story story;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @Test
    void whatHoldsPassesAndIsCounted() {
        assertThat(
                        found(
                                declaring(
                                        """
                                        {"title":"Notes","entry":"index.html","health":[
                                         {"kind":"html","path":"index.html"},{"kind":"json","path":"list.json"},
                                         {"kind":"file","path":"list.json"},{"kind":"free-space","min_bytes":1000000000000}]}
                                        """)))
                .isEqualTo(new Finding.Passed("4 health checks declared, nothing is wrong"));
        assertThat(found(declaring("{\"entry\":\"index.html\"}")))
                .isEqualTo(new Finding.Passed("1 health check declared, nothing is wrong"));
    }

    @Test
    void nothingHasToBeDeclared() {
        assertThat(found(bugfix()))
                .isEqualTo(new Finding.Passed("0 health checks declared, nothing is wrong"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"health\":[{\"kind\":\"file\",\"path\":\"gone.txt\"}]} | gone.txt is missing",
                "{\"health\":[{\"kind\":\"file\",\"path\":\"empty.txt\"}]} | empty.txt is empty",
                "{\"health\":[{\"kind\":\"json\",\"path\":\"index.html\"}]} | index.html: not valid"
                        + " JSON",
                "{\"health\":[{\"kind\":\"json\",\"path\":\"gone.json\"}]} | gone.json is missing"
                        + " or larger",
                "{\"entry\":\"gone.html\"} | gone.html is missing or larger",
                "{\"entry\":\"links.html\"} | links.html refers to player.js, which does not exist",
                "{\"health\":[{\"kind\":\"script\",\"path\":\"run.sh\"}]} | must be file, json,"
                        + " html or free-space",
                "{\"health\":[{\"kind\":\"file\",\"path\":\"../../etc/passwd\"}]} |"
                        + " component.json:",
                "{\"health\":[{\"kind\":\"free-space\",\"min_bytes\":-1}]} | min_bytes must not be"
                        + " negative",
                "[1] | component.json: the document must be a JSON object",
                "{\"title\": | component.json: not valid JSON",
            })
    void whatDoesNotHoldIsRefusedWithItsReason(String descriptor, String why) {
        Proposal proposal =
                declaring(descriptor)
                        .file("empty.txt", "")
                        .file("links.html", PAGE + "<script src=player.js></script>");

        assertThat(refused(proposal)).contains(why);
    }

    @Test
    void ofManyFaultsTheFirstFiveAreShown() {
        String shown = refused(declaring(missing(9)));

        assertThat(shown.split("; ", -1)).hasSize(5);
        assertThat(shown).startsWith("gone0.txt is missing; ").endsWith("gone4.txt is missing");
    }

    @Test
    void moreChecksThanAStickRunsAreRefused() {
        assertThat(refused(declaring(missing(101)))).contains("at most 100 health checks");
    }

    @Test
    void aDescriptorLongerThanSticksReadIsRefused() {
        String padded = "{}" + " ".repeat(ComponentDescriptor.MAX_LENGTH - 2);
        assertThat(found(declaring(padded))).isInstanceOf(Finding.Passed.class);

        assertThat(refused(declaring(padded + " ")))
                .contains("component.json has at most 65536 bytes");
    }

    private static Proposal bugfix() {
        return Proposal.empty()
                .type(UpgradeType.BUGFIX)
                .component("notes")
                .description("Notes are kept")
                .file("index.html", PAGE)
                .file("list.json", "[]");
    }

    private static Proposal declaring(String descriptor) {
        return bugfix().file("component.json", descriptor);
    }

    private static String missing(int checks) {
        return IntStream.range(0, checks)
                .mapToObj("{\"kind\":\"file\",\"path\":\"gone%d.txt\"}"::formatted)
                .collect(Collectors.joining(",", "{\"health\":[", "]}"));
    }

    private Finding found(Proposal proposal) {
        return health(story.decide(stick, proposal));
    }

    /** It is not released, and the reason stands in the evidence. */
    private String refused(Proposal proposal) {
        DecisionRecord decision = story.decide(stick, proposal);
        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.REJECT);
        Finding finding = health(decision);
        assertThat(finding).isInstanceOf(Finding.Refused.class);
        return finding.detail();
    }

    private static Finding health(DecisionRecord decision) {
        return decision.examination().stages().stream()
                .filter(evidence -> evidence.stage().equals("health"))
                .map(StageEvidence::finding)
                .findFirst()
                .orElseThrow();
    }
}
