package org.metalayer.acceptance.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.metalayer.acceptance.harness.Programs;

/** This machine's own Chromium without a window, which looks up nothing but what a test opens. */
final class Chromium implements AutoCloseable {
    /** As the launcher found it. */
    private static final Path PROGRAM =
            Path.of(System.getenv().getOrDefault("METALAYER_CHROMIUM", "/usr/bin/chromium"));

    private static final Path AXE =
            Programs.HOME.resolve("dashboard-web/node_modules/axe-core/axe.min.js");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** A deadline for busy machines, not an expectation. */
    private static final double LIMIT_MS = 60_000;

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));

    /** A person's fresh browser window. */
    BrowserContext window(URI base, ColorScheme scheme) throws IOException {
        BrowserContext window =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(base.toString())
                                .setViewportSize(1440, 900)
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("en-GB")
                                .setTimezoneId("UTC"));
        window.setDefaultTimeout(LIMIT_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
        // As an init script: the page's own policy rightly refuses injected script elements.
        window.addInitScript(Files.readString(AXE));
        return window;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
