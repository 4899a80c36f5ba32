package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * A computer that boots from a USB stick: QEMU with UEFI firmware, by software emulation, whose
 * {@code /dev/kvm} nobody can count on. What runs on this machine is at 10.0.2.2 for it.
 */
final class Machine implements AutoCloseable {
    /** From power to a system that is up takes minutes where nothing helps the emulation. */
    static final Duration PATIENCE = Duration.ofMinutes(12);

    private static final Path FIRMWARE = Path.of("/usr/share/OVMF");

    /** Kept out of the image: what makes emulated boots patient and readable. */
    private static final String MORE_KERNEL_ARGUMENTS =
            "console=ttyS0 mitigations=off systemd.default_device_timeout_sec=600"
                    + " systemd.show_status=yes";

    private final Path directory;
    private final Background process;

    private Machine(Path directory, Background process) {
        this.directory = directory;
        this.process = process;
    }

    /** Whether the emulator and its firmware are installed. */
    static boolean isAvailable() {
        return Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64"))
                && Files.isRegularFile(FIRMWARE.resolve("OVMF_CODE_4M.fd"));
    }

    /**
     * Switches on a computer with sticks plugged in; it boots from the first.
     *
     * @param directory for what belongs to the computer: its firmware's settings, its console
     */
    static Machine boot(Path directory, List<Plugged> sticks) throws IOException {
        Files.createDirectories(directory);
        Path settings = directory.resolve("firmware.fd");
        if (!Files.exists(settings)) {
            Files.copy(FIRMWARE.resolve("OVMF_VARS_4M.fd"), settings);
        }
        Files.deleteIfExists(directory.resolve("qmp"));
        List<String> command = new ArrayList<>(computer(directory, settings));
        for (int number = 1; number <= sticks.size(); number++) {
            command.addAll(sticks.get(number - 1).options(number));
        }
        Background process = Background.start("machine", directory, Map.of(), command);
        return new Machine(directory, process);
    }

    /**
     * A stick in one of its ports.
     *
     * @param image the file that is the stick
     * @param serial what the stick calls itself
     */
    record Plugged(Path image, String serial) {
        List<String> options(int number) {
            return List.of(
                    "-drive",
                    "if=none,id=image%d,format=raw,file=%s".formatted(number, image),
                    "-device",
                    "usb-storage,id=stick%1$d,bus=usb.0,drive=image%1$d,serial=%2$s,removable=on,bootindex=%1$d"
                            .formatted(number, serial));
        }
    }

    private static List<String> computer(Path directory, Path settings) {
        return List.of(
                "/usr/bin/qemu-system-x86_64",
                "-machine",
                "q35",
                "-accel",
                "tcg,thread=multi",
                "-cpu",
                "max",
                "-m",
                "1024",
                "-smp",
                "2",
                "-nodefaults",
                "-vga",
                "std",
                "-display",
                "none",
                "-drive",
                "if=pflash,format=raw,unit=0,readonly=on,file="
                        + FIRMWARE.resolve("OVMF_CODE_4M.fd"),
                "-drive",
                "if=pflash,format=raw,unit=1,file=" + settings,
                "-device",
                "qemu-xhci,id=usb",
                "-nic",
                "user,model=virtio-net-pci",
                "-serial",
                "file:" + directory.resolve("console"),
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
        Eventually.eventually(
                "\"%s\" on the console %s".formatted(text, directory.resolve("console")),
                PATIENCE,
                this::console,
                shown -> shown.contains(text) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the machine has ended: " + process.printed());
        }
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

    /** Pulls out the stick with this number, counted from 1. */
    void unplug(int number) throws IOException {
        try (Qmp qmp = new Qmp(directory.resolve("qmp"))) {
            qmp.run("device_del", new JsonBuilder().put("id", "stick" + number).build());
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
