package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;

/** What an operator sees and does, in this machine's Chromium. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class DashboardIT {
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
        open(ColorScheme.LIGHT);
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

    @ParameterizedTest
    @ValueSource(ints = {Looks.PHONE, Looks.DESK})
    void aStickIsAcceptedByOneClickAndAnotherRejected(int width) throws Exception {
        screen.widen(width);
        String wanted = asksToJoin();
        String stranger = asksToJoin();
        loggedIn().open("/sticks");
        screen.button("Accept " + wanted).click();
        assertThat(screen.button("Accept " + wanted)).hasCount(0);
        screen.button("Reject " + stranger).click();
        assertThat(screen.button("Reject " + stranger)).hasCount(0);
        assertThat(fleet.operator().stick(wanted).text("state")).isEqualTo("accepted");
        assertThat(fleet.operator().stick(stranger).text("state")).isEqualTo("rejected");
    }

    @ParameterizedTest
    @ValueSource(ints = {Looks.PHONE, Looks.DESK})
    void aPersonDecidesWhatThePolicyLeavesToPeople(int width) throws Exception {
        screen.widen(width);
        String good = DashboardStory.undecided(fleet, "Good idea for " + width);
        String bad = DashboardStory.undecided(fleet, "Bad idea for " + width);
        loggedIn();
        decide("Good idea for " + width, "Approve", "Everybody can read it");
        assertThat(screen.badge("Approved")).isVisible();
        assertThat(Rollout.of(fleet.operator(), good, 1).view().text("strategy"))
                .isEqualTo("STAGED");
        decide("Bad idea for " + width, "Reject", "Nobody can read it");
        assertThat(screen.badge("Rejected").first()).isVisible();
        assertThat(fleet.operator().reports(bad).getFirst().text("state")).isEqualTo("rejected");
        assertThat(fleet.operator().releases(bad)).isEmpty();
    }

    @Test
    void aReportAppearsAndReachesEverybodyWithoutReloading() throws Exception {
        loggedIn().open("/upgrades");
        screen.page().evaluate("() => { window.neverReloaded = true; }");
        String component = page("bugfix", "A page that appears by itself");
        assertThat(screen.article(component)).isVisible();
        assertThat(screen.article(component).getByText("Deployed")).isVisible();
        assertThat(screen.page().evaluate("() => window.neverReloaded")).isEqualTo(true);
        assertThat(Rollout.of(fleet.operator(), component, 1).awaitState("completed")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Looks.PHONE, Looks.DESK})
    void aRolloutIsPausedResumedAndHaltedWithReasons(int width) throws Exception {
        screen.widen(width);
        Rollout rollout = Rollout.of(fleet.operator(), page("feature", "A page to stop"), 1);
        rollout.awaitState("running");
        loggedIn().open("/rollouts/" + rollout.id());
        confirm("Pause", "Lunch");
        rollout.awaitState("paused");
        confirm("Resume", "Back again");
        rollout.awaitState("running");
        confirm("Halt", "Enough");
        assertThat(rollout.awaitState("halted").text("reason")).isEqualTo("Enough");
        assertThat(screen.page().getByText("Enough").first()).isVisible();
        assertThat(screen.button("Pause")).hasCount(0);
    }

    @Test
    void aNewPersonGetsAPasswordAndChangesIt() {
        loggedIn().open("/people");
        String username = Names.unique("carol");
        screen.button("Add a person").click();
        screen.page().getByLabel("User name").fill(username);
        screen.button("Add").click();
        String given = screen.dialog().locator("code").textContent();
        screen.button("Done").click();
        logOut("admin");

        screen.logIn(username, given);
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
        fromTheMenu(username, "Change password");
        screen.dialog().getByLabel("Present password", exactly()).fill(given);
        screen.dialog().getByLabel("New password", exactly()).fill("what carol will remember");
        screen.button("Change password").click();
        assertThat(screen.dialog()).hasCount(0);
        logOut(username);
        screen.logIn(username, "what carol will remember");
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
    }

    @Test
    void theKeyboardReachesEveryScreen() {
        loggedIn();
        screen.page().keyboard().press("Tab");
        assertThat(screen.page().getByText("Skip to content")).isFocused();
        for (String key : List.of("s", "u", "c", "r", "h")) {
            String before = screen.page().url();
            screen.page().keyboard().press("g");
            screen.page().keyboard().press(key);
            screen.page().waitForURL(url -> !url.equals(before));
            assertThat(screen.heading()).isVisible();
        }
        screen.page().keyboard().press("?");
        assertThat(screen.dialog()).isVisible();
    }

    @Test
    void everyFigureOpensTheJsonThatItComesFrom() throws Exception {
        Figures figures = new Figures(loggedIn(), fleet.operator());
        for (Looks.Place place : Looks.places(fleet.operator())) {
            screen.open(place.path());
            figures.inspect(place.name());
        }
        screen.open("/people");
        screen.button("Raw data of People").click();
        screen.picture("raw-data");
    }

    @Test
    void theStoryIsThereToRead() throws Exception {
        loggedIn().open("/upgrades");
        assertThat(screen.article("A music player").getByText("Deployed")).isVisible();
        assertThat(screen.article("Needs less space").getByText("Halted")).isVisible();
        assertThat(screen.article("Playlists").getByText("Improves release 1 by Stick 1"))
                .isVisible();
        screen.open("/components/" + DashboardStory.PLAYER);
        Locator lineage = screen.page().getByLabel("Lineage graph");
        assertThat(lineage).containsText("by Stick 1");
        assertThat(lineage).containsText("by Stick 2");
        screen.open("/rollouts/" + Rollout.of(fleet.operator(), DashboardStory.PLAYER, 2).id());
        assertThat(screen.page().getByRole(AriaRole.MAIN)).containsText("2 verified");
        screen.open("/rollouts/" + Rollout.of(fleet.operator(), DashboardStory.PLAYER, 3).id());
        assertThat(screen.badge("Halted").first()).isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyPageFitsAndIsUsableByEveryone(ColorScheme scheme) throws Exception {
        window.close();
        open(scheme);
        Looks looks = new Looks(screen, scheme);
        screen.open("/");
        looks.inspect("login");
        loggedIn();
        for (Looks.Place place : Looks.places(fleet.operator())) {
            screen.open(place.path());
            looks.inspect(place.name());
        }
        screen.open("/nowhere");
        looks.inspect("nowhere");
        screen.page().keyboard().press("Control+k");
        screen.page().getByPlaceholder("A screen, a stick").fill("mus");
        looks.inspect("palette");
        assertThat(screen.complaints()).isEmpty();
    }

    private void open(ColorScheme scheme) throws Exception {
        window = chromium.window(fleet.system().url(), scheme);
        screen = new Screen(window);
        screen.page().clock().setFixedTime(fleet.system().clock().now().toEpochMilli());
    }

    private Screen loggedIn() {
        screen.logIn(password);
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
        return screen;
    }

    /** Who goes elsewhere at once takes the request back, and stays logged in. */
    private void logOut(String username) {
        fromTheMenu(username, "Log out");
        assertThat(screen.page().getByLabel("User name")).isVisible();
    }

    private void fromTheMenu(String username, String item) {
        screen.button("Logged in as " + username).click();
        screen.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void decide(String description, String verdict, String reason) {
        screen.open("/upgrades?show=needs-you");
        screen.article(description).getByText("Decide").click();
        screen.page().getByLabel("Reason").fill(reason);
        screen.button(verdict).click();
        assertThat(screen.button(verdict)).hasCount(0);
    }

    private void confirm(String verb, String reason) {
        screen.button(verb).click();
        screen.dialog().getByLabel("Reason").fill(reason);
        screen.button(verb).last().click();
        assertThat(screen.dialog()).hasCount(0);
    }

    private static String asksToJoin() throws Exception {
        String name = Names.unique("usb-asking");
        fleet.add(name, name).verb("enrol");
        return name;
    }

    private static String page(String type, String description) throws Exception {
        String component = Names.unique("page");
        Owner owner = new Owner(fleet.stick(1));
        owner.writes(component, "index.html", "<!doctype html><title>t</title>");
        owner.reports(component, type, description, "--feature", "A page");
        return component;
    }
}
