package org.metalayer.cli.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Result;

class StickVerbsTest {
    @TempDir Path home;

    @Test
    void findsAStickByItsModuleId() {
        init("usb_001");
        init("usb_002");
        assertThat(run("stick", "status", "--stick", "usb_002").out())
                .contains("usb_002", sticks().resolve("usb_002").toString());
    }

    @Test
    void findsAStickByItsDirectory() {
        init("usb_001");
        String directory = sticks().resolve("usb_001").toString();
        assertThat(run("stick", "status", "--stick", directory).out()).contains("usb_001");
        assertThat(run("stick", "status", "--dir", directory).out()).contains("usb_001");
        assertThat(
                        new CommandLineRun(home)
                                .with("METALAYER_STICK", "usb_001")
                                .run("stick", "status")
                                .out())
                .contains("usb_001");
    }

    @Test
    void needsNoNameWhereThereIsOnlyOne() {
        init("usb_001");
        assertThat(run("stick", "status", "--json").out()).contains("\"usb_001\"");
    }

    @Test
    void asksWhichWhereThereAreSeveral() {
        init("usb_001");
        init("usb_002");
        Result result = run("stick", "status");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("metalayer: which stick? Say --stick and one of usb_001, usb_002\n");
        assertThat(run("stick", "status", "--help").exitCode()).isZero();
    }

    @Test
    void theAgentExplainsItsOwnFailures() {
        Result none = run("stick", "status", "--stick", "usb_009");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("usb_009 is no stick directory").hasLineCount(1);
        init("usb_001");
        Result malformed = run("stick", "install", "No Component");
        assertThat(malformed.exitCode()).isEqualTo(2);
        assertThat(malformed.err()).startsWith("metalayer: ").contains("--help").hasLineCount(1);
    }

    private void init(String moduleId) {
        Result result =
                run(
                        "stick",
                        "init",
                        "--dir",
                        sticks().resolve(moduleId).toString(),
                        "--server",
                        "http://localhost:1",
                        "--module-id",
                        moduleId,
                        "--module-name",
                        "A stick",
                        "--virtual",
                        "V1");
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private Path sticks() {
        return home.resolve("data/sticks");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).run(arguments);
    }
}
