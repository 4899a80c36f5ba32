package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.EmbeddedDatabase;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.Up;
import org.metalayer.acceptance.harness.View;

/** The whole life of one {@code up}: start, Ctrl-C, start again on the same data. */
@ExtendWith(SharedSystem.class)
class UpIT {
    private static final String PASSWORD = "password: ";

    private final MainSystem bystander;

    UpIT(MainSystem bystander) {
        this.bystander = bystander;
    }

    @Test
    void ctrlCEndsEverythingItStartedAndNothingElseAndTheDataIsStillThere() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path data = scratch.root().resolve("data");
            List<String> before = firstLife(data);
            secondLife(data, before);
        }
    }

    private List<String> firstLife(Path data) throws Exception {
        try (Up up = Up.start(data, Map.of(), "--port", "0", "--sticks", "2")) {
            Operator operator = up.operator();
            List<String> ids = acceptedSticks(operator);
            assertEachHasADirectoryAndADeviceOfItsOwn(data, operator);
            assertThat(up.process().printed()).containsOnlyOnce(PASSWORD);
            List<ProcessHandle> family = up.family();
            assertThat(family).as("Main System, database, two agents").hasSizeGreaterThan(3);

            up.process().signal("INT");
            assertThat(up.process().exit()).isZero();
            assertThat(family).noneMatch(ProcessHandle::isAlive);
            assertThat(bystander.isReady()).isTrue();
            assertThat(EmbeddedDatabase.process(bystander.data())).isPresent();
            return ids;
        }
    }

    private static void assertEachHasADirectoryAndADeviceOfItsOwn(Path data, Operator operator)
            throws IOException {
        List<View> devices = new ArrayList<>();
        for (String moduleId : List.of("usb_001", "usb_002")) {
            assertThat(data.resolve("sticks").resolve(moduleId).resolve("module")).isDirectory();
            devices.add(operator.stick(moduleId).at("usb"));
        }
        assertThat(devices).allMatch(usb -> usb.flag("virtual"));
        assertThat(devices).extracting(usb -> usb.text("serial")).doesNotHaveDuplicates();
    }

    private void secondLife(Path data, List<String> before) throws Exception {
        try (Up up = Up.start(data, Map.of(), "--port", "0", "--sticks", "2")) {
            assertThat(acceptedSticks(up.operator())).isEqualTo(before);
            assertThat(up.process().printed()).doesNotContain(PASSWORD);
            assertThat(up.family()).isNotEmpty();
        }
    }

    private static List<String> acceptedSticks(Operator operator) {
        return eventually(
                        "two sticks are online",
                        () -> operator.list("/sticks", Map.of("state", "accepted")),
                        sticks -> sticks.stream().filter(it -> it.flag("online")).count() == 2)
                .stream()
                .map(stick -> stick.text("id"))
                .sorted()
                .toList();
    }
}
