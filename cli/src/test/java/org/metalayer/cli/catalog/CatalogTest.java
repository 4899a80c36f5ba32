package org.metalayer.cli.catalog;

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

class CatalogTest {
    private static final String FIRST = Documents.RELEASE_ID.substring(0, 35) + "1";

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
    void lineageNamesParentsByTheirVersion() {
        mainSystem.answers(
                "GET /components/music-player/lineage",
                200,
                "{\"releases\":[%s,%s,%s]}"
                        .formatted(
                                Documents.release(3, "\"" + Documents.RELEASE_ID + "\""),
                                Documents.release(2, "\"" + FIRST + "\""),
                                Documents.release(1, "")));
        assertThat(run("components", "lineage", "music-player").lines())
                .containsExactly(
                        "VERSION  IMPROVES                              TYPE     BY                "
                                + "       CREATED    DESCRIPTION",
                        "3        "
                                + Documents.RELEASE_ID
                                + "  feature  Kitchen stick (usb_001)  2 min ago  Playlists",
                        "2        1                                     feature  Kitchen stick"
                                + " (usb_001)  2 min ago  Playlists",
                        "1        -                                     feature  Kitchen stick"
                                + " (usb_001)  2 min ago  Playlists");
    }

    @Test
    void listsComponentsWithTheirContributors() {
        mainSystem.answers(
                "GET /components?limit=50",
                200,
                Documents.page(
                        """
                        {"name":"music-player","title":"Music Player","head":%s,"release_count":2,
                        "contributors":[{"module_id":"usb_001","module_name":"A","releases":1},
                        {"module_id":"usb_002","module_name":"B","releases":1}]}\
                        """
                                .formatted(Documents.release(2, ""))));
        assertThat(run("components", "list").lines())
                .last()
                .isEqualTo(
                        "music-player  Music Player  2       2         usb_001 (1), usb_002 (1)");
    }

    @Test
    void showsAReleaseWithItsFiles() {
        String release = Documents.release(2, "").strip();
        mainSystem.answers(
                "GET /releases/" + Documents.RELEASE_ID,
                200,
                release.substring(0, release.length() - 1)
                        + ",\"files\":[{\"path\":\"index.html\",\"size\":812,\"mode\":\"0644\",\"sha256\":\"%s\"}]}"
                                .formatted(Documents.DIGEST));
        assertThat(run("releases", "show", Documents.RELEASE_ID).lines())
                .contains(
                        "For sticks          metalayer-console-amd64",
                        "Files               10, 123.5 kB",
                        "                    " + Documents.DIGEST + "  0644  812 B  index.html");
    }

    @Test
    void marksAWithdrawnRelease() {
        mainSystem.answers(
                "GET /releases?limit=50",
                200,
                Documents.page(
                        Documents.release(2, "")
                                .replace("\"withdrawn\":false", "\"withdrawn\":true")));
        assertThat(run("releases", "list").out()).contains("2 withdrawn");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
