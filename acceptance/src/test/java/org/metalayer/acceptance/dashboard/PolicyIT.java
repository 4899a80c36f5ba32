package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.View;
import org.metalayer.protocol.json.JsonBuilder;

/** Two people change the policy in the browser, and the next report is decided by it. */
class PolicyIT {
    private static final String SECOND = "carol";
    private static final String PASSWORD = "what carol will remember";

    @Test
    void aDraftBecomesThePolicyThatDecidesTheNextReport() throws Exception {
        try (Chromium chromium = new Chromium();
                Fleet fleet = Fleet.start("policy", 1)) {
            var _ =
                    fleet.operator()
                            .post(
                                    "/operators",
                                    new JsonBuilder()
                                            .put("username", SECOND)
                                            .put("role", "operator")
                                            .put("password", PASSWORD))
                            .expect(201);
            // Whoever approves has to have been there for a day.
            fleet.system().clock().advance(Duration.ofHours(25));
            try (BrowserContext window = window(chromium, fleet)) {
                proposes(new Screen(window).logIn(DashboardStory.password(fleet)));
            }
            try (BrowserContext window = window(chromium, fleet)) {
                approves(new Screen(window).logIn(SECOND, PASSWORD));
            }
            View decision = decidedNext(fleet);
            assertThat(decision.text("strategy")).isEqualTo("OPTIONAL");
            assertThat(decision.number("policy_version")).isEqualTo(2);
        }
    }

    private static void proposes(Screen screen) {
        assertThat(screen.page().getByLabel("What needs you")).isVisible();
        screen.open("/policy");
        screen.button("Draft a change").click();
        Locator row = group(screen, "Row 2");
        row.getByLabel("Only where").fill("raech < 10");
        assertThat(screen.page().getByText("undeclared reference to 'raech'")).isVisible();
        row.getByLabel("Only where").fill("files_removed == 0");
        row.getByLabel("Then").selectOption("OPTIONAL");
        assertThat(screen.page().getByText("1 example ends otherwise")).isVisible();
        group(screen, "Example 3").getByLabel("Must end as").selectOption("OPTIONAL");
        assertThat(screen.page().getByText("Beside policy 1, 2 of 15 fields change")).isVisible();
        screen.page().getByLabel("Note").fill("Features are offered");
        screen.picture("policy-edit");
        screen.button("Save draft").click();
        screen.button("Propose").click();
        assertThat(screen.page().getByText("Somebody has to approve it")).isVisible();
        seen(screen);
        screen.button("Approve").click();
        assertThat(screen.page().getByText("had a hand in policy 2")).isVisible();
    }

    private static void approves(Screen screen) {
        assertThat(screen.page().getByText("Policy 2 waits to be put in force")).isVisible();
        screen.open("/policy/2");
        assertThat(screen.page().getByText("Beside policy 1, 2 of 15 fields change")).isVisible();
        seen(screen);
        screen.picture("policy-approve");
        screen.button("Approve").click();
        screen.button("Put in force").click();
        assertThat(screen.badge("In force").first()).isVisible();
        screen.open("/policy");
        assertThat(screen.page().getByText("Policy 2 is in force")).isVisible();
        assertThat(screen.severe()).isEmpty();
    }

    private static View decidedNext(Fleet fleet) throws Exception {
        String component = Names.unique("offered");
        Owner owner = new Owner(fleet.stick(1));
        owner.writes(component, "index.html", "<!doctype html><title>New</title>");
        owner.reports(component, "feature", "A page of its own", "--feature", "Page");
        return eventually(
                        "the report is approved",
                        () -> fleet.operator().reports(component),
                        reports -> reports.getFirst().text("state").equals("approved"))
                .getFirst()
                .at("decision");
    }

    private static void seen(Screen screen) {
        screen.page().getByLabel("I have looked at the difference and the examples").check();
    }

    private static Locator group(Screen screen, String name) {
        return screen.page()
                .getByRole(
                        AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static BrowserContext window(Chromium chromium, Fleet fleet) throws IOException {
        return chromium.window(fleet.system().url(), ColorScheme.LIGHT);
    }
}
