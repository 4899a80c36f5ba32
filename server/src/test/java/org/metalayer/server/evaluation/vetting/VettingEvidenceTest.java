package org.metalayer.server.evaluation.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.server.evaluation.Approval;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.HumanDecisions;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.evaluation.attest.Statement;
import org.metalayer.server.evaluation.attest.Statements;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** Signed evidence, and what is compared with the release before. */
@QuarkusTest
class VettingEvidenceTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Reports reports;
    @Inject HumanDecisions people;
    @Inject Statements statements;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @Test
    void everyStageLeavesAStatementThatTheKeptKeysVerify() {
        Proposal proposal = Proposal.aFeature();
        DecisionRecord decision = story.decide(stick, proposal);
        Sha256 signed = reports.find(proposal.id()).report().payloadSha256();

        assertThat(decision.examination().stages()).hasSize(11);
        for (StageEvidence evidence : decision.examination().stages()) {
            byte[] envelope = statements.envelope(evidence.statement().orElseThrow());
            JsonObject statement =
                    Json.parseObject(
                            Envelope.parse(envelope)
                                    .verify(PayloadType.STATEMENT, statements.keys(), 1));

            assertThat(Sha256.of(envelope)).isEqualTo(evidence.statement().orElseThrow());
            assertThat(statement.string("_type")).isEqualTo("https://in-toto.io/Statement/v1");
            assertThat(statement.string("predicateType")).isEqualTo(Statement.PREDICATE);
            assertThat(statement.objects("subject", each -> each.object("digest").string("sha256")))
                    .containsExactly(signed.hex());
            assertThat(statement.object("predicate").string("stage")).isEqualTo(evidence.stage());
            assertThat(statement.object("predicate").string("finding"))
                    .isEqualTo(evidence.finding().word());
            assertThat(statement.object("predicate").string("detail"))
                    .isEqualTo(evidence.finding().detail());
        }
    }

    @Test
    void theSameBytesGiveTheSameStatements() {
        Proposal doubtful = Proposal.aFeature().file("tool", "#!/bin/sh").executable();
        DecisionRecord first = story.decide(stick, doubtful);
        TestClock.shift(Duration.ofDays(3));

        DecisionRecord second =
                people.approve(
                        doubtful.id(),
                        new Approval(Optional.empty(), Optional.empty(), "read it"),
                        "ops");

        assertThat(second.examination().stages()).isEqualTo(first.examination().stages());
        assertThat(sql.number("SELECT count(*) FROM vetting_statement"))
                .isEqualTo(first.examination().stages().size());
    }

    @Test
    void statementsAreWrittenOnce() {
        story.decide(stick, Proposal.aFeature());

        assertThatThrownBy(() -> sql.update("UPDATE vetting_statement SET stage = 'x'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.update("DELETE FROM vetting_statement"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.update("DELETE FROM vetting_key"))
                .hasMessageContaining("never changed");
    }

    @Test
    void withoutAScannerEveryDecisionSaysSo() {
        DecisionRecord decision = story.decide(stick, Proposal.aFeature());

        assertThat(decision.examination().stages())
                .anySatisfy(each -> {
                    assertThat(each.finding().word()).isEqualTo("skipped");
                    assertThat(each.reason()).contains("malware: not scanned for malware");
                });
    }

    @Test
    void moreOfWhatTheReleaseBeforeCouldDoGoesToAPersonAndTheSameDoesNot() {
        Proposal first = page("eval(one)");
        story.decide(stick, first);
        people.approve(
                first.id(), new Approval(Optional.empty(), Optional.empty(), "read it"), "ops");
        Proposal same = page("eval(two)").parent(story.release(first));
        Proposal more = page("eval(two); eval(three)");

        assertThat(story.decide(stick, same).ruling().verdict()).isEqualTo(Verdict.APPROVE);
        DecisionRecord decision = story.decide(stick, more.parent(story.release(same)));

        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(decision.ruling().reasons())
                .containsExactly("capabilities: new: it makes code out of text");
    }

    @Test
    void secretsAreNamedAndNeverRepeated() {
        String secret = "AKIA" + "QWERTYUIOPASDFGH";
        DecisionRecord decision =
                story.decide(stick, Proposal.aFeature().file("notes.txt", "one\nkey " + secret));

        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.REJECT);
        assertThat(decision.ruling().reasons())
                .containsExactly("secrets: notes.txt, line 2: an AWS access key");
        assertThat(decision.toString()).doesNotContain(secret);
    }

    @Test
    void librariesOfOthersAreListedAsCycloneDx() {
        Sample vendored =
                BenignSamples.samples()
                        .filter(each -> each.technique().equals("vendored library"))
                        .findFirst()
                        .orElseThrow();
        Proposal proposal = vendored.proposal();
        story.decide(stick, proposal);

        JsonObject bill = Json.parseObject(reports.billOfMaterials(proposal.id()));
        assertThat(bill.string("bomFormat")).isEqualTo("CycloneDX");
        assertThat(bill.string("specVersion")).isEqualTo("1.6");
        assertThat(bill.objects("components", each -> each.string("purl")))
                .containsExactly(
                        "pkg:generic/tinysort@3.2.5",
                        "pkg:npm/%40scope/shapes@0.4.0",
                        "pkg:npm/component@1.0.0",
                        "pkg:npm/tinysort@3.2.5");
    }

    @Test
    void whatNamesNoLibraryHasNoBillOfMaterials() {
        Proposal proposal = Proposal.aFeature();
        story.decide(stick, proposal);

        assertThatThrownBy(() -> reports.billOfMaterials(proposal.id()))
                .isInstanceOf(NoSuchThingException.class);
    }

    @Test
    void theExamplePlayerAndItsPlaylistsPassByThemselves() throws IOException {
        Proposal player = example("music-player");
        Proposal playlist = example("music-player-playlist");

        assertThat(story.decide(stick, player).ruling().verdict()).isEqualTo(Verdict.APPROVE);
        DecisionRecord decision = story.decide(stick, playlist.parent(story.release(player)));

        assertThat(decision.ruling().verdict())
                .as("%s", decision.ruling().reasons())
                .isEqualTo(Verdict.APPROVE);
    }

    private static Proposal page(String script) {
        return Proposal.empty()
                .type(UpgradeType.BUGFIX)
                .file("index.html", "<script src=\"app.js\"></script>")
                .file("app.js", script);
    }

    private static Proposal example(String name) throws IOException {
        Path folder = Path.of("..", "examples", name);
        Proposal proposal = Proposal.empty().feature("Playlists");
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                proposal.file(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return proposal;
    }
}
