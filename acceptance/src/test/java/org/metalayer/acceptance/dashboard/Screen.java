package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.acceptance.harness.Programs;

/** One page of the dashboard, found as people and screen readers find things: by role and name. */
final class Screen {
    private static final Path SHOTS = Programs.OUTPUT.resolve("screenshots");
    private static final int HEIGHT = 900;
    private static final String SEVERE =
            """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations']});
              return found.violations
                  .filter(it => it.impact === 'serious' || it.impact === 'critical')
                  .map(it => it.id + ' (' + it.help + '): '
                      + it.nodes.map(node => node.target.join(' ')).join(', '));
            }
            """;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Screen(BrowserContext window) {
        page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Goes to a page and waits until it shows its heading. */
    Screen open(String path) {
        page.navigate(path);
        assertThat(heading()).isVisible();
        return this;
    }

    Screen logIn(String password) {
        return logIn("admin", password);
    }

    Screen logIn(String username, String password) {
        open("/");
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Log in").click();
        return this;
    }

    Page page() {
        return page;
    }

    Locator heading() {
        return page.locator("h1");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The word that says how something is. */
    Locator badge(String word) {
        return page.getByRole(AriaRole.MAIN)
                .getByText(word, new Locator.GetByTextOptions().setExact(true));
    }

    Locator article(String name) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** What axe finds serious or critical. */
    @SuppressWarnings("unchecked") // what SEVERE returns
    List<String> severe() {
        return (List<String>) page.evaluate(SEVERE);
    }

    /** How many pixels stick out to the right. */
    int overflow() {
        return (int)
                page.evaluate(
                        "() => document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth");
    }

    /** What the browser's console complained about so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Makes the window as wide as that of some device. */
    void widen(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Keeps a picture of the whole page, in a window so high that nothing lies over anything. */
    void picture(String name) {
        int width = page.viewportSize().width;
        int whole = (int) page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(width, Math.max(HEIGHT, whole));
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
        page.setViewportSize(width, HEIGHT);
    }
}
