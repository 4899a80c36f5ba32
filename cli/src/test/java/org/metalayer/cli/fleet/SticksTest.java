package org.metalayer.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;

class SticksTest {
    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void listsSticksInATable() {
        mainSystem.answers(
                "GET /sticks?state=accepted&limit=50",
                200,
                Documents.page(
                        Documents.stick("usb_001", "Kitchen stick", "accepted"),
                        Documents.stick("usb_002", "Evil\\u001b[2J", "pending")));
        assertThat(run("sticks", "list", "--state", "accepted").lines())
                .containsExactly(
                        "MODULE ID  NAME           STATE     SEEN    USB                           "
                                + "   INSTALLED       REPORTS",
                        "usb_001    Kitchen stick  accepted  online  0951:1666 Kingston"
                                + " DataTraveler  music-player 2  3 (2 released)",
                        "usb_002    Evil\uFFFD[2J       pending   online  0951:1666 Kingston"
                                + " DataTraveler  music-player 2  3 (2 released)");
    }

    @Test
    void saysHowToSeeMore() {
        mainSystem.answers(
                "GET /sticks?limit=1",
                200,
                Documents.page("c1", 312, Documents.stick("usb_001", "A", "accepted")));
        assertThat(run("sticks", "list", "--limit", "1").lines())
                .last()
                .isEqualTo("312 in total; the next ones: --after c1");
    }

    @Test
    void printsTheServersJsonAsItCame() {
        String body = "{ \"items\" : [] , \"next\":null,\"total\":0,\"more\":[1.50] }";
        mainSystem.answers("GET /sticks?limit=50", 200, body);
        assertThat(run("sticks", "list", "--json").out()).isEqualTo(body + "\n");
    }

    @Test
    void findsAStickByItsModuleIdOnly() {
        mainSystem
                .answers(
                        "GET /sticks?q=usb_00&limit=200",
                        200,
                        Documents.page(Documents.stick("usb_001", "usb_00", "pending")))
                .answers(
                        "GET /sticks?q=usb_001&limit=200",
                        200,
                        Documents.page(Documents.stick("usb_001", "A", "pending")))
                .answers(
                        "POST /sticks/" + Documents.STICK_ID + "/accept",
                        200,
                        Documents.stick("usb_001", "A", "accepted"));
        assertThat(run("sticks", "accept", "usb_001").out())
                .isEqualTo("usb_001 (A) is now accepted.\n");
        Result other = run("sticks", "accept", "usb_00");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("there is no stick usb_00;");
    }

    @Test
    void findsAStickOnALaterPage() {
        mainSystem
                .answers(
                        "GET /sticks?q=usb_001&limit=200",
                        200,
                        Documents.page("c1", 2, Documents.stick("usb_0010", "A", "pending")))
                .answers(
                        "GET /sticks?q=usb_001&limit=200&after=c1",
                        200,
                        Documents.page(Documents.stick("usb_001", "B", "pending")))
                .answers(
                        "GET /sticks/" + Documents.STICK_ID,
                        200,
                        Documents.stick("usb_001", "B", "pending"));
        assertThat(run("sticks", "show", "usb_001").lines())
                .contains(
                        "Module id    usb_001",
                        "Installed    music-player 2, 1 changed by the owner",
                        "Id           " + Documents.STICK_ID,
                        "You can      retire");
    }

    @Test
    void takesAnIdAsItIs() {
        mainSystem.answers(
                "POST /sticks/" + Documents.STICK_ID + "/retire",
                200,
                Documents.stick("usb_001", "A", "retired"));
        assertThat(run("sticks", "retire", Documents.STICK_ID).out()).contains("now retired");
        assertThat(mainSystem.requests()).hasSize(1);
    }

    @Test
    void marksTestSticks() {
        String path = "PUT /sticks/" + Documents.STICK_ID + "/test-stick";
        mainSystem.answers(path, 200, Documents.stick("usb_001", "A", "accepted"));
        run("sticks", "test", Documents.STICK_ID);
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"test_stick\":true}");
        run("sticks", "test", "--off", Documents.STICK_ID);
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"test_stick\":false}");
    }

    @Test
    void keepsTheCopyThatIsNamed() {
        String path = "/sticks/" + Documents.STICK_ID;
        mainSystem
                .answers(
                        "GET " + path,
                        200,
                        Documents.stick(
                                "usb_001",
                                "A",
                                "quarantined",
                                warning("cloned", "") + "," + warning("cloned", COPY)))
                .answers(
                        "POST " + path + "/keep", 200, Documents.stick("usb_001", "A", "accepted"));
        assertThat(run("sticks", "show", Documents.STICK_ID).out())
                .contains("copy first (known first), at session 7")
                .contains("copy 01234567, at session 7, on 0951:1666")
                .contains("from 192.0.2.7");
        assertThat(run("sticks", "keep", Documents.STICK_ID, "0123").out())
                .isEqualTo("usb_001 (A) is now accepted.\n");
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"copy\":\"%s\"}".formatted(COPY));
        run("sticks", "keep", Documents.STICK_ID, "first");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"copy\":\"\"}");
        Result other = run("sticks", "keep", Documents.STICK_ID, "ff");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("Name one of first, 01234567");
    }

    @Test
    void confirmsTheOnlyRestoredBackup() {
        String path = "/sticks/" + Documents.STICK_ID;
        mainSystem
                .answers(
                        "GET " + path,
                        200,
                        Documents.stick("usb_001", "A", "accepted", warning("restored", COPY)))
                .answers(
                        "POST " + path + "/confirm-restore",
                        200,
                        Documents.stick("usb_001", "A", "accepted"));
        run("sticks", "confirm-restore", Documents.STICK_ID);
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"copy\":\"%s\"}".formatted(COPY));
    }

    @Test
    void confirmsNothingWhereNothingIsOdd() {
        mainSystem.answers(
                "GET /sticks/" + Documents.STICK_ID,
                200,
                Documents.stick("usb_001", "A", "accepted"));
        Result none = run("sticks", "confirm-restore", Documents.STICK_ID);
        assertThat(none.err()).contains("nothing to be resolved");
    }

    private static final String COPY = "0123456789abcdef0123456789abcdef";

    private static String warning(String kind, String copy) {
        return """
        {"kind":"%s","copy":"%s","known":%s,"epoch":7,"address":"%s",
        "usb":{"vendor_id":"0951","product_id":"1666","bcd_device":"0110","manufacturer":"K",
        "product":"D","serial":"1","virtual":false},
        "first_at":"2026-11-20T09:00:00Z","last_at":"2026-11-20T11:59:00Z"}\
        """
                .formatted(kind, copy, copy.isEmpty(), copy.isEmpty() ? "" : "192.0.2.7");
    }

    @Test
    void createsAnEnrolmentCodeAndShowsItOnce() {
        mainSystem.answers(
                "POST /enrolment-codes",
                201,
                """
                {"id":"9","note":"fair","uses":3,"used":0,"created_at":"2026-11-20T12:00:00Z",
                "created_by":"ada","expires_at":"2026-11-20T14:00:00Z","code":"ABCD-EFGH"}\
                """);
        Result result =
                run("codes", "create", "--note", "fair", "--uses", "3", "--expires-in", "2");
        assertThat(result.lines())
                .containsExactly(
                        "ABCD-EFGH", "Lets in 3 sticks, ends in 2 h. It is not shown again.");
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"note\":\"fair\",\"uses\":3,\"expires_in_hours\":2}");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
