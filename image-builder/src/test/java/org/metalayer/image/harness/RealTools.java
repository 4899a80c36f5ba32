package org.metalayer.image.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.flash.Preparation;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;

/** Skips tests, and says so, where the programs that they are about are not installed. */
public final class RealTools implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            Preparation.requireTools();
            Tools.require(Tool.FSCK_VFAT);
        } catch (ImageException missing) {
            System.err.println("SKIPPED " + context.getDisplayName() + ": " + missing.getMessage());
            Assumptions.abort(String.valueOf(missing.getMessage()));
        }
    }

    /** Runs a program that only tests need, and that comes with those that are required. */
    public static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(List.of(command) + ": " + said);
        }
    }
}
