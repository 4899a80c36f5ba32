package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** UEFI firmware of emulated computers (OVMF). */
enum Firmware {
    ORDINARY("OVMF_CODE_4M.fd"),
    /** With Secure Boot, for which it knows no key yet. */
    WITH_SECURE_BOOT("OVMF_CODE_4M.secboot.fd");

    private static final Path FOLDER = Path.of("/usr/share/OVMF");

    private final String code;

    Firmware(String code) {
        this.code = code;
    }

    boolean isInstalled() {
        return Files.isRegularFile(FOLDER.resolve(code));
    }

    /**
     * How the emulator is told.
     *
     * @param directory keeps its settings, from one start to the next
     */
    List<String> options(Path directory) throws IOException {
        Path settings = directory.resolve("firmware.fd");
        if (!Files.exists(settings)) {
            Files.copy(FOLDER.resolve("OVMF_VARS_4M.fd"), settings);
        }
        List<String> flash =
                List.of(
                        "-drive",
                        "if=pflash,format=raw,unit=0,readonly=on,file=" + FOLDER.resolve(code),
                        "-drive",
                        "if=pflash,format=raw,unit=1,file=" + settings);
        return switch (this) {
            case ORDINARY -> Stream.concat(machine("q35"), flash.stream()).toList();
            // Only the firmware may write its settings, or the kernel could add keys.
            case WITH_SECURE_BOOT ->
                    Stream.of(
                                    machine("q35,smm=on"),
                                    Stream.of(
                                            "-global",
                                            "driver=cfi.pflash01,property=secure,value=on"),
                                    flash.stream())
                            .flatMap(words -> words)
                            .toList();
        };
    }

    private static Stream<String> machine(String kind) {
        return Stream.of("-machine", kind);
    }
}
