package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;

/** What an operator sees and does, in this machine's Chromium. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class DashboardIT {
    private static final int DESK = 1440;
    private static final int PHONE = 375;

    private static Fleet fleet;
    private static String password;
    private static Chromium chromium;

    private BrowserContext window;
    private Screen screen;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        fleet = DashboardStory.tell();
        password = DashboardStory.password(fleet);
    }

    @AfterAll
    static void stop() {
        try (Chromium _ = chromium) {
            fleet.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        window = window(DESK, ColorScheme.LIGHT);
        screen = new Screen(window);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneOpensTheOverview() {
        screen.logIn("not-the-password");
        assertThat(screen.page().getByRole(AriaRole.ALERT)).isVisible();
        screen.picture("login-refused");
        screen.logIn(password);
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
    }

    @Test
    void aStickIsAcceptedByOneClick() throws Exception {
        String moduleId = Names.unique("usb-clicked");
        fleet.add(moduleId, "Clicked " + moduleId).start();
        loggedIn().open("/sticks");
        screen.button("Accept Clicked " + moduleId).click();
        assertThat(screen.button("Accept Clicked " + moduleId)).hasCount(0);
        assertThat(fleet.operator().stick(moduleId).text("state")).isEqualTo("accepted");
    }

    @Test
    void aReportAppearsWithoutReloading() throws Exception {
        loggedIn().open("/upgrades");
        screen.page().evaluate("() => { window.neverReloaded = true; }");
        String component = page("ux", "A page that appears by itself");
        assertThat(screen.article(component)).isVisible();
        assertThat(screen.page().evaluate("() => window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void aRolloutIsPausedResumedAndHaltedByKeyboard() throws Exception {
        String component = page("feature", "A page to stop");
        Rollout rollout = Rollout.of(fleet.operator(), component, 1);
        rollout.awaitState("running");
        loggedIn().open("/rollouts/" + rollout.id());
        byKeyboard("Pause", "Lunch");
        rollout.awaitState("paused");
        byKeyboard("Resume", "Back");
        rollout.awaitState("running");
        byKeyboard("Halt", "Enough");
        rollout.awaitState("halted");
        assertThat(screen.page().getByText("Enough").first()).isVisible();
    }

    @Test
    void theKeyboardReachesEveryScreen() {
        loggedIn();
        for (String key : List.of("s", "u", "c", "r", "h")) {
            screen.page().keyboard().press("g");
            screen.page().keyboard().press(key);
            assertThat(screen.heading()).isVisible();
        }
        screen.page().keyboard().press("?");
        assertThat(screen.dialog()).isVisible();
    }

    @Test
    void theJsonBehindACardIsOneClickAway() throws Exception {
        Rollout rollout = Rollout.of(fleet.operator(), DashboardStory.PLAYER, 1);
        loggedIn().open("/rollouts/" + rollout.id());
        screen.button("Raw data of Rings").click();
        assertThat(screen.dialog()).containsText("GET /api/v1/rollouts/" + rollout.id());
        assertThat(screen.dialog()).containsText("\"seed_sha256\"");
        screen.picture("raw-data");
    }

    @Test
    void theStoryIsThereToRead() throws Exception {
        loggedIn().open("/upgrades");
        assertThat(screen.article("A music player").getByText("Deployed")).isVisible();
        assertThat(screen.article("Needs less space").getByText("Halted")).isVisible();
        screen.open("/components/" + DashboardStory.PLAYER);
        assertThat(screen.page().getByLabel("Lineage graph")).isVisible();
        screen.open("/rollouts/" + Rollout.of(fleet.operator(), DashboardStory.PLAYER, 2).id());
        assertThat(screen.page().locator("main").getByText("Halted").first()).isVisible();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @MethodSource("looks")
    void everyPageFitsAndIsUsableByEveryone(int width, ColorScheme scheme) throws Exception {
        window.close();
        window = window(width, scheme);
        screen = new Screen(window);
        String suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        screen.open("/");
        inspect("login" + suffix);
        loggedIn();
        for (String path : pages()) {
            screen.open(path);
            screen.page().waitForLoadState(LoadState.LOAD);
            inspect(path.equals("/") ? "home" + suffix : nameOf(path) + suffix);
        }
        assertThat(screen.complaints()).isEmpty();
    }

    static Stream<Arguments> looks() {
        return Stream.of(DESK, PHONE)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(width, scheme)));
    }

    private static List<String> pages() throws Exception {
        String report = fleet.operator().reports(DashboardStory.PLAYER).getFirst().text("id");
        String rollout = Rollout.of(fleet.operator(), DashboardStory.PLAYER, 2).id();
        String stick = fleet.operator().stick("usb_001").text("id");
        return List.of(
                "/",
                "/sticks",
                "/sticks/" + stick,
                "/upgrades",
                "/upgrades/" + report,
                "/components",
                "/components/" + DashboardStory.PLAYER,
                "/rollouts",
                "/rollouts/" + rollout);
    }

    private static String nameOf(String path) {
        return path.substring(1).replaceFirst("/.*", "-one");
    }

    private void inspect(String name) {
        assertThat(screen.page().getByRole(AriaRole.MAIN)).isVisible();
        screen.picture(name);
        assertThat(screen.severe()).as(name).isEmpty();
        assertThat(screen.overflow()).as("%s sticks out", name).isZero();
    }

    private Screen loggedIn() {
        screen.logIn(password);
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
        return screen;
    }

    private void byKeyboard(String verb, String reason) {
        screen.button(verb).first().focus();
        screen.page().keyboard().press("Enter");
        assertThat(screen.dialog()).isVisible();
        screen.page().keyboard().type(reason);
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Enter");
        assertThat(screen.dialog()).hasCount(0);
    }

    private static String page(String type, String description) throws Exception {
        String component = Names.unique("page");
        Owner owner = new Owner(fleet.stick(1));
        owner.writes(component, "index.html", "<!doctype html><title>t</title>");
        owner.reports(component, type, description);
        return component;
    }

    private static BrowserContext window(int width, ColorScheme scheme) throws Exception {
        return chromium.window(fleet.system().url(), width, 900, scheme);
    }
}
