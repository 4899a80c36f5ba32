package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalsTest {
    @TempDir Path root;

    @Test
    void sumsEveryRunnersReports() throws Exception {
        report("server/target/surefire-reports/TEST-a.xml", suite(5, 0, 0, 1));
        report("acceptance/target/failsafe-reports/TEST-b.xml", suite(3, 0, 0, 0));
        report(
                "dashboard-web/target/surefire-reports/TEST-vitest.xml",
                "<testsuites tests=\"6\" failures=\"0\">\n  %s\n  %s\n</testsuites>"
                        .formatted(suite(4, 0, 0, 0), suite(2, 0, 0, 0)));
        assertThat(conclude(0)).isEqualTo(new Bash.Result(0, "13 passed, 0 failed, 1 skipped"));
    }

    @Test
    void countsFailuresAndErrorsAsFailed() throws Exception {
        report("server/target/surefire-reports/TEST-a.xml", suite(5, 1, 2, 0));
        assertThat(conclude(0)).isEqualTo(new Bash.Result(1, "2 passed, 3 failed, 0 skipped"));
    }

    @Test
    void failsWhenACheckFailedThoughNoTestDid() throws Exception {
        report("server/target/surefire-reports/TEST-a.xml", suite(5, 0, 0, 0));
        Bash.Result result = conclude(1);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("A check failed")
                .endsWith("\n5 passed, 0 failed, 0 skipped");
    }

    @Test
    void failsWhenNoTestWasExecuted() throws Exception {
        report("server/target/surefire-reports/TEST-a.xml", suite(2, 0, 0, 2));
        Bash.Result result = conclude(0);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).endsWith("\n0 passed, 0 failed, 2 skipped");
    }

    @Test
    void countsNothingOfAnEarlierRun() throws Exception {
        report("server/target/surefire-reports/TEST-a.xml", suite(5, 0, 0, 0));
        assertThat(Bash.run(root, Map.of(), "forget_reports; totals"))
                .isEqualTo(new Bash.Result(0, "0 0 0"));
    }

    private Bash.Result conclude(int status) throws IOException, InterruptedException {
        return Bash.run(root, Map.of(), "conclude " + status);
    }

    private void report(String path, String xml) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml + "\n");
    }

    private static String suite(int tests, int failures, int errors, int skipped) {
        return "<testsuite name=\"x\" tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\"/>"
                .formatted(tests, errors, skipped, failures);
    }
}
