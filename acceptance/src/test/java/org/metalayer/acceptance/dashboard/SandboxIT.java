package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;

/** Content of a stick in this machine's Chromium: what works in the sandbox, and what does not. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class SandboxIT {
    private static final String EVIL = "evil";
    private static final String PLAYER = "music-player";

    /** For what a page sets off to arrive, if it arrives. */
    private static final int SETTLE_MS = 200;

    /** WebRTC gathers addresses first; without the sandbox the canary hears of it within this. */
    private static final int SETTLE_WEB_RTC_MS = 2500;

    private static Fleet fleet;
    private static Owner owner;
    private static Chromium chromium;
    private static URI start;

    private Canary canary;
    private BrowserContext window;
    private Screen screen;

    @BeforeAll
    static void install() throws Exception {
        chromium = new Chromium();
        fleet = Fleet.start("sandbox", 1);
        owner = new Owner(fleet.stick(1));
        owner.puts(Programs.example("music-player-playlist"), PLAYER);
        owner.writes(EVIL, "index.html", "<!doctype html><title>Evil</title><p>Hello</p>");
        owner.writes(EVIL, "work.js", "fetch('/')");
        owner.writes(EVIL, "component.json", "{\"title\": \"<b>Evil</b>\"}");
        owner.reports(PLAYER, "bugfix", "A music player", "--feature", "Music");
        owner.reports(EVIL, "bugfix", "A harmless page", "--feature", "Page");
        fleet.operator().approve(EVIL, "what it may ask the network for is what is tested");
        Rollout.of(fleet.operator(), PLAYER, 1).awaitState("completed");
        Rollout.of(fleet.operator(), EVIL, 1).awaitState("completed");
        start = URI.create(owner.status().text("pages"));
    }

    @AfterAll
    static void stop() {
        try (Chromium _ = chromium) {
            fleet.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        canary = new Canary();
        open(ColorScheme.LIGHT);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        canary.close();
    }

    @Test
    void nothingThatAHostileComponentTriesArrivesAnywhere() throws Exception {
        List<String> news = new ArrayList<>();
        listen(news);
        for (Attack attack : Attack.values()) {
            boolean goesOn = attempt(content(EVIL), attack);
            assertThat(canary.arrived()).as(attack.name()).isEmpty();
            assertThat(news).as(attack.name()).isEmpty();
            if (goesOn) {
                assertThat(screen.page().url()).as(attack.name()).isEqualTo(address(EVIL));
            } else {
                window.close();
                open(ColorScheme.LIGHT);
                listen(news);
            }
        }
    }

    private void listen(List<String> news) {
        window.onDialog(dialog -> {
            news.add("dialog");
            dialog.dismiss();
        });
        window.onPage(page -> {
            if (!page.equals(screen.page())) {
                news.add("window " + page.url());
            }
        });
    }

    @Test
    void withoutTheSandboxTheCanaryHearsTheSameAttacks() {
        for (Attack attack : List.of(Attack.FETCH, Attack.WEB_RTC, Attack.ITSELF)) {
            canary.forget();
            attempt(window.newPage().mainFrame(), attack);
            Eventually.eventually(attack.name(), canary::arrived, arrived -> !arrived.isEmpty());
        }
    }

    @Test
    void componentsShareNoStorageAndNoCookies() {
        content(EVIL)
                .evaluate(
                        """
                        () => {
                          localStorage.setItem('x', 'evil');
                          document.cookie = 'x=evil; domain=localhost';
                          document.cookie = 'y=evil; path=/';
                        }
                        """);
        assertThat(content(EVIL).evaluate("() => localStorage.getItem('x')")).isEqualTo("evil");
        Frame player = content(PLAYER);
        assertThat(player.evaluate("() => localStorage.getItem('x')")).isNull();
        assertThat(player.evaluate("() => document.cookie")).isEqualTo("");
        assertThat(
                        player.evaluate(
                                "() => { try { return parent.document.title } catch (refused) {"
                                        + " return 'refused' } }"))
                .isEqualTo("refused");
        assertThat(
                        content(EVIL)
                                .evaluate(
                                        "target => fetch(target).then(() => 'read', () =>"
                                                + " 'refused')",
                                        address(PLAYER).replace("//", "//page.") + "tracks.json"))
                .isEqualTo("refused");
    }

    @Test
    void noServiceWorkerIsRegistered() {
        assertThat(
                        content(EVIL)
                                .evaluate(
                                        "() => navigator.serviceWorker.register('/work.js')"
                                                + ".then(() => 'registered', () => 'refused')"))
                .isEqualTo("refused");
    }

    @Test
    void contentIsNotShownOutsideItsFrame() {
        screen.page().navigate(address(EVIL).replace("//", "//page."));
        assertThat(screen.page().getByText("only inside the stick's own page")).isVisible();
    }

    @Test
    void theMusicPlayerPlaysAndKeepsItsPlaylistsInTheSandbox() {
        screen.open(address(PLAYER));
        FrameLocator player = screen.page().frameLocator("iframe");
        player.getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName("Kitchen Window"))
                .first()
                .click();
        assertThat(player.locator("#title")).hasText("Kitchen Window");
        assertThat(player.locator("#elapsed")).not().hasText("0:00");
        player.getByLabel("Name of a new playlist").fill("Evening");
        player.getByText("Create").click();
        screen.picture("sandbox-player-1440");
        screen.widen(375);
        screen.picture("sandbox-player-375");
        assertThat(screen.overflow()).isZero();
        screen.page().reload();
        assertThat(player.getByText("Evening").first()).isVisible();
        assertThat(screen.complaints()).noneMatch(it -> it.contains("Refused"));
    }

    @Test
    void theOwnersChangesAreShownInAMarkedPreviewOnly() throws Exception {
        owner.writes(
                "draft", "index.html", "<!doctype html><title>Draft</title><p>Not released</p>");
        screen.open(start.toString());
        assertThat(screen.page().getByText("New: 1 file, no release yet")).isVisible();
        screen.page().getByLabel("Preview my changes: draft").click();
        assertThat(screen.page().getByText("which nobody has checked")).isVisible();
        assertThat(screen.page().frameLocator("iframe").getByText("Not released")).isVisible();
    }

    @Test
    void theStartPageListsEverythingAndIsUsableByEveryone() throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            window.close();
            open(scheme);
            screen.open(start.toString());
            assertThat(screen.page().getByText("<b>Evil</b>")).isVisible();
            assertThat(screen.page().getByText("Music Player")).isVisible();
            for (int width : List.of(375, 1440)) {
                screen.widen(width);
                String name = "sandbox-start-%s-%s".formatted(width, scheme);
                screen.picture(name);
                assertThat(screen.severe()).as(name).isEmpty();
                assertThat(screen.overflow()).as(name).isZero();
            }
        }
    }

    private void open(ColorScheme scheme) throws Exception {
        window = chromium.window(start, scheme);
        screen = new Screen(window);
    }

    /** Tries it, and waits for what comes of it: false where it took the browser's page down. */
    private boolean attempt(Frame frame, Attack attack) {
        try {
            frame.evaluate(attack.at("127.0.0.1:" + canary.port()));
        } catch (PlaywrightException _) {
            // The page has left while the script was still running: that is what some try.
        }
        boolean webRtc = attack.name().startsWith("WEB_RTC");
        try {
            frame.page().waitForTimeout(webRtc ? SETTLE_WEB_RTC_MS : SETTLE_MS);
            return true;
        } catch (PlaywrightException _) {
            // Chromium ends the process of a frame that may have no WebRTC and asks for it.
            return false;
        }
    }

    /** The content of a component, freshly opened in the page around it. */
    private Frame content(String component) {
        screen.page().navigate(address(component));
        String inside = address(component).replace("//", "//page.");
        screen.page().frameLocator("iframe").locator("body").waitFor();
        return screen.page().frames().stream()
                .filter(frame -> frame.url().equals(inside))
                .findFirst()
                .orElseThrow();
    }

    private static String address(String component) {
        return start.toString().replace("//", "//" + component + ".");
    }
}
