package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;

/** All that an operator does, without ever touching a mouse. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class KeyboardIT {
    private static Fleet fleet;
    private static String password;
    private static Chromium chromium;

    private BrowserContext window;
    private Screen screen;
    private Keys keys;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        fleet = Fleet.start("keyboard", 2);
        password = DashboardStory.password(fleet);
    }

    @AfterAll
    static void stop() {
        try (Chromium _ = chromium) {
            fleet.close();
        }
    }

    @BeforeEach
    void logIn() throws Exception {
        window = chromium.window(fleet.system().url(), ColorScheme.LIGHT);
        screen = new Screen(window);
        keys = new Keys(screen);
        screen.open("/");
        keys.sees(screen.page().getByLabel("User name"));
        keys.type("admin");
        keys.press("Tab");
        keys.type(password);
        keys.press("Enter");
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aStickIsLetIn() throws Exception {
        String moduleId = Names.unique("usb-asking");
        fleet.add(moduleId, moduleId).verb("enrol");
        keys.press("g", "s");
        keys.to(screen.button("Accept " + moduleId)).press("Enter");
        assertThat(screen.button("Accept " + moduleId)).hasCount(0);
        assertThat(fleet.operator().stick(moduleId).text("state")).isEqualTo("accepted");
    }

    @Test
    void aStickIsRetiredAndOnlyWhenThatIsConfirmed() throws Exception {
        String moduleId = Names.unique("usb-old");
        fleet.add(moduleId, moduleId).verb("enrol");
        fleet.operator().accept(moduleId);
        keys.press("g", "s");
        keys.to(link(moduleId)).press("Enter");
        Locator retire = screen.button("Retire " + moduleId);
        keys.to(retire).press("Enter");
        keys.sees(inDialog("Cancel"));
        inspect("keyboard-retire");
        keys.press("Escape");
        assertThat(screen.dialog()).hasCount(0);
        keys.sees(retire).press("Enter");
        keys.to(inDialog("Retire")).press("Enter");
        assertThat(screen.dialog()).hasCount(0);
        assertThat(retire).hasCount(0);
        assertThat(screen.page().locator("#content")).isFocused();
        assertThat(fleet.operator().stick(moduleId).text("state")).isEqualTo("retired");
    }

    @Test
    void aReportIsApprovedInAChosenWay() throws Exception {
        String component = DashboardStory.undecided(fleet, "Good by keyboard");
        openUndecided("Good by keyboard");
        Locator radio = screen.page().getByRole(AriaRole.RADIO).first();
        keys.to(radio);
        assertThat(radio).isChecked();
        keys.press("ArrowDown");
        assertThat(radio).not().isChecked();
        keys.to(screen.page().getByLabel("Reason")).type("Everybody can read it");
        inspect("keyboard-decide");
        keys.to(screen.button("Approve")).press("Enter");
        assertThat(screen.badge("Approved")).isVisible();
        assertThat(Rollout.of(fleet.operator(), component, 1).view().text("strategy"))
                .isEqualTo("IMMEDIATE");
    }

    @Test
    void aReportIsRejectedAndOnlyWithAReason() throws Exception {
        String component = DashboardStory.undecided(fleet, "Bad by keyboard");
        openUndecided("Bad by keyboard");
        keys.to(screen.button("Reject")).press("Enter");
        assertThat(screen.page().getByText("Say why")).isVisible();
        keys.press("Shift+Tab");
        keys.sees(screen.page().getByLabel("Reason")).type("Nobody can read it");
        keys.to(screen.button("Reject")).press("Enter");
        assertThat(screen.badge("Rejected").first()).isVisible();
        assertThat(fleet.operator().releases(component)).isEmpty();
    }

    @Test
    void aRolloutIsPausedAndResumed() throws Exception {
        Rollout rollout = staged();
        String name = rollout.view().text("component") + " release 1";
        keys.press("g", "r");
        keys.to(link(name)).press("Enter");
        keys.to(screen.button("Pause")).press("Enter");
        keys.sees(screen.dialog().getByLabel("Reason"));
        inspect("keyboard-pause");
        keys.press("Escape");
        keys.sees(screen.button("Pause")).press("Enter");
        confirms("Pause", "Lunch");
        rollout.awaitState("paused");
        keys.sees(screen.button("Resume")).press("Space");
        confirms("Resume", "Back again");
        rollout.awaitState("running");
        keys.sees(screen.button("Pause"));
    }

    @Test
    void rawDataAndHelpGiveTheFocusBack() {
        Locator raw = screen.button("Raw data of Sticks online");
        keys.to(raw).press("Enter");
        assertThat(screen.dialog()).containsText("GET /api/v1/overview");
        inspect("keyboard-raw-data");
        keys.press("Escape");
        assertThat(screen.dialog()).hasCount(0);
        keys.sees(raw);

        Locator menu = screen.button("Logged in as admin");
        keys.to(menu).press("Enter");
        chooses("Keyboard shortcuts");
        assertThat(screen.dialog()).isVisible();
        inspect("keyboard-help");
        keys.press("Escape");
        assertThat(screen.dialog()).hasCount(0);
        keys.sees(menu);
        keys.press("Enter");
        chooses("Change password");
        keys.sees(screen.dialog().getByLabel("Present password").first());
        inspect("keyboard-password");
        keys.press("Escape");
        assertThat(screen.dialog()).hasCount(0);
        keys.sees(menu);
    }

    private void openUndecided(String description) {
        keys.press("g", "u");
        Locator decide =
                screen.article(description)
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Decide"));
        keys.to(decide).press("Enter");
        assertThat(screen.heading()).hasText(description);
    }

    private void confirms(String verb, String reason) {
        keys.sees(screen.dialog().getByLabel("Reason")).type(reason);
        keys.to(inDialog(verb)).press("Enter");
        assertThat(screen.dialog()).hasCount(0);
    }

    /** Goes down an open menu with the arrow keys. */
    private void chooses(String item) {
        Locator chosen =
                screen.page()
                        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item));
        assertThat(chosen).isVisible();
        eventually(
                item + " has the focus",
                () -> {
                    keys.press("ArrowDown");
                    return (boolean) chosen.evaluate("it => it === document.activeElement");
                },
                focused -> focused);
        keys.press("Enter");
    }

    private void inspect(String name) {
        screen.picture(name);
        assertThat(screen.severe()).as(name).isEmpty();
    }

    private Locator inDialog(String button) {
        return screen.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private Locator link(String name) {
        return screen.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private static Rollout staged() throws Exception {
        String component = Names.unique("page");
        Owner owner = new Owner(fleet.stick(1));
        owner.writes(component, "index.html", "<!doctype html><title>t</title>");
        owner.reports(component, "feature", "A page to pause", "--feature", "A page");
        Rollout rollout = Rollout.of(fleet.operator(), component, 1);
        rollout.awaitState("running");
        return rollout;
    }
}
