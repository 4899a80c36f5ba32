package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.WireStick;

/** A stick that was taken over names files where none may be. */
@ExtendWith(SharedSystem.class)
class HostilePathIT {
    private static final byte[] CONTENT = "<p>hello</p>".getBytes(StandardCharsets.UTF_8);

    private final MainSystem system;
    private WireStick stick;

    HostilePathIT(MainSystem system) {
        this.system = system;
    }

    @BeforeEach
    void enrol() throws Exception {
        stick = WireStick.accepted(system, Names.unique("hostile-path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/../../b",
                "/etc/passwd",
                "C:/Windows/win.ini",
                "..\\..\\win.ini",
                "aux.txt",
                "a//b",
                "./a",
                "line\nbreak",
                "cafe\u0301.html",
                "trailing.",
                ""
            })
    void refusesAPathThatLeavesItsComponentOrCannotExistEverywhere(String path) throws Exception {
        Draft draft = stick.draft(Names.unique("paths")).file(path, CONTENT);
        assertRefused(draft, stick.send(draft));
    }

    @Test
    void refusesNamesThatDifferOnlyInCase() throws Exception {
        Draft draft =
                stick.draft(Names.unique("paths"))
                        .file("Readme.html", CONTENT)
                        .file("README.html", CONTENT);
        Reply reply = stick.send(draft);
        assertRefused(draft, reply);
        assertThat(reply.detail()).contains("Readme.html", "README.html", "case");
    }

    @Test
    void refusesAFileThatIsAlsoADirectory() throws Exception {
        Draft draft = stick.draft(Names.unique("paths")).file("a", CONTENT).file("a/b", CONTENT);
        assertRefused(draft, stick.send(draft));
    }

    @Test
    void refusesAComponentNameThatIsAPath() throws Exception {
        for (String component : List.of("../core", "/core", "Core", "")) {
            Draft draft = stick.draft(component).file("index.html", CONTENT);
            assertRefused(draft, stick.send(draft));
        }
    }

    private void assertRefused(Draft draft, Reply reply) throws Exception {
        assertThat(reply.status()).as(reply.toString()).isIn(400, 422);
        assertThat(reply.problem()).isNotEmpty();
        assertThat(reply.detail()).isNotBlank();
        assertThat(stick.report(draft.reportId()).status()).isEqualTo(404);
        assertThat(system.operator().get("/upgrade-reports/" + draft.reportId()).status())
                .isEqualTo(404);
    }
}
