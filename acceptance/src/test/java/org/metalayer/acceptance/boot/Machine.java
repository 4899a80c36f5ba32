package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * A computer that boots from a USB stick: QEMU with UEFI firmware, by software emulation, whose
 * {@code /dev/kvm} nobody can count on. What runs on this machine is at 10.0.2.2 for it.
 */
final class Machine implements AutoCloseable {
    /**
     * From power to a system that is up takes minutes where nothing helps the emulation, more
     * beside others; only a failing test waits this long.
     */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Kept out of the image: what makes emulated boots quick, patient and readable. */
    private static final String MORE_KERNEL_ARGUMENTS =
            "console=ttyS0 loglevel=6 mitigations=off init_on_alloc=0"
                    + " systemd.default_device_timeout_sec=300 systemd.show_status=yes";

    private final Path directory;
    private final List<String> command;
    private Background process;

    private Machine(Path directory, List<String> command) throws IOException {
        this.directory = directory;
        this.command = List.copyOf(command);
        this.process = powerOn();
    }

    /** Whether the emulator and its firmware are installed. */
    static boolean isAvailable() {
        return Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64"))
                && Arrays.stream(Firmware.values()).allMatch(Firmware::isInstalled);
    }

    /**
     * Switches on a computer; it boots from the first of what is attached.
     *
     * @param directory for what belongs to the computer: its firmware's settings, its console
     */
    static Machine boot(Path directory, Firmware firmware, List<? extends Attached> attached)
            throws IOException {
        return boot(directory, firmware, Circumstances.USUAL, attached);
    }

    /** The same elsewhere. */
    static Machine boot(
            Path directory,
            Firmware firmware,
            Circumstances circumstances,
            List<? extends Attached> attached)
            throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve("console"));
        List<String> command = new ArrayList<>(computer(directory));
        command.addAll(firmware.options(directory));
        command.addAll(circumstances.options());
        for (int number = 1; number <= attached.size(); number++) {
            command.addAll(attached.get(number - 1).options(number));
        }
        return new Machine(directory, command);
    }

    private Background powerOn() throws IOException {
        Files.deleteIfExists(directory.resolve("qmp"));
        return Background.start("machine", directory, Map.of(), command);
    }

    /**
     * Bytes that went between a computer and a disk.
     *
     * @param read from the disk
     * @param written to it
     */
    record Traffic(long read, long written) {}

    private static List<String> computer(Path directory) {
        return List.of(
                "/usr/bin/qemu-system-x86_64",
                "-accel",
                "tcg,thread=multi",
                "-cpu",
                // To fill memory in one instruction, byte by byte, is slow to emulate.
                "max,erms=off",
                "-smp",
                "2",
                "-nodefaults",
                "-vga",
                "std",
                "-display",
                "none",
                "-device",
                "qemu-xhci,id=usb",
                // A restart ends the emulator, and another one goes on in its place: its own
                // now and then hangs in the firmware, whose second processor has not come back.
                "-no-reboot",
                "-chardev",
                "file,id=console,append=on,path=" + directory.resolve("console"),
                "-serial",
                "chardev:console",
                "-qmp",
                "unix:%s,server=on,wait=off".formatted(directory.resolve("qmp")),
                "-smbios",
                "type=11,value=io.systemd.stub.kernel-cmdline-extra=" + MORE_KERNEL_ARGUMENTS);
    }

    /** What its console has shown since it was switched on. */
    String console() throws IOException {
        Path file = directory.resolve("console");
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                : "";
    }

    /** Waits until its console has shown a text. */
    void awaitConsole(String text) {
        awaitConsole(text, 1);
    }

    /** Waits until its console has shown a text so often. */
    void awaitConsole(String text, int times) {
        Eventually.eventually(
                "\"%s\" on the console %s, %s times"
                        .formatted(text, directory.resolve("console"), times),
                PATIENCE,
                () -> hasShown(text, times),
                shown -> shown);
    }

    /** Its console, over restarts. */
    private String followed() throws IOException {
        if (!process.isAlive()) {
            if (process.exit() != 0) {
                throw new IllegalStateException("the machine has ended: " + process.printed());
            }
            process = powerOn();
        }
        return console();
    }

    /** Whether its console has shown a text so often. */
    boolean hasShown(String text, int times) throws IOException {
        return followed().split(Pattern.quote(text), -1).length > times;
    }

    /** Whether its console shows a text within a time. */
    boolean shows(String text, Duration within) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (!followed().contains(text)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    /** Waits until it has switched itself off. */
    void awaitOff() {
        Eventually.eventually(
                "the machine is off", PATIENCE, process::isAlive, running -> !running);
    }

    /** Switches it off and on. */
    void restart() throws IOException {
        process.kill9();
        process = powerOn();
    }

    /** Keeps a picture of its screen. */
    void photograph(Path picture) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            qmp.run(
                    "screendump",
                    new JsonBuilder()
                            .put("filename", picture.toString())
                            .put("format", "png")
                            .build());
        }
    }

    /** What was read from one of what is attached, and written to it, since it was switched on. */
    Traffic traffic(int number) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            return qmp.run("query-blockstats").list().stream()
                    .filter(each -> each.text("device").equals(Attached.drive(number)))
                    .map(each -> each.at("stats"))
                    .map(each -> new Traffic(each.number("rd_bytes"), each.number("wr_bytes")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What it has taken of the processors since it was switched on, while it runs. */
    Duration processorTime() {
        return ProcessHandle.of(process.pid())
                .flatMap(running -> running.info().totalCpuDuration())
                .orElseThrow();
    }

    /** Pulls out the stick with this number, counted from 1. */
    void unplug(int number) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            qmp.run("device_del", new JsonBuilder().put("id", Attached.Stick.id(number)).build());
        }
    }

    /** Presses keys together. */
    void press(String... keys) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            qmp.run(
                    "send-key",
                    new JsonBuilder()
                            .put(
                                    "keys",
                                    List.of(keys),
                                    key ->
                                            new JsonBuilder()
                                                    .put("type", "qcode")
                                                    .put("data", key)
                                                    .build())
                            .build());
        }
    }

    /**
     * What a power cut at this moment would leave: nothing of the computer moves while its stick is
     * copied, and so the copy is what the end of the emulator would have left, byte for byte. After
     * that it pauses.
     *
     * @param directory of the copy
     */
    FlashedStick cutOff(FlashedStick stick, Path directory)
            throws IOException, InterruptedException {
        if (!process.isAlive()) {
            // It restarts at this moment.
            return stick.copy(directory);
        }
        process.freeze();
        try {
            return stick.copy(directory);
        } finally {
            process.signal("CONT");
            qmp("stop");
        }
    }

    /** Its time goes on after a pause. */
    void goOn() throws IOException {
        if (process.isAlive()) {
            qmp("cont");
        }
    }

    private void qmp(String command) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            qmp.run(command);
        }
    }

    /** Pulls the plug of the computer. */
    void cutPower() {
        process.kill9();
    }

    @Override
    public void close() {
        process.kill9();
    }
}
