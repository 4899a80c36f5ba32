package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Rollout;

/** How pages look on a desk and on a phone; a picture of each is kept. */
final class Looks {
    /** A phone's width in pixels. */
    static final int PHONE = 375;

    static final int DESK = 1440;

    private static final List<Integer> WIDTHS = List.of(PHONE, DESK);

    private final Screen screen;
    private final String scheme;

    Looks(Screen screen, ColorScheme scheme) {
        this.screen = screen;
        this.scheme = scheme.name().toLowerCase(Locale.ROOT);
    }

    /** A page of the dashboard, and what its pictures are called. */
    record Place(String name, String path) {}

    static List<Place> places(Operator operator) throws IOException {
        String player = DashboardStory.PLAYER;
        return List.of(
                new Place("home", "/"),
                new Place("sticks", "/sticks"),
                new Place("stick", "/sticks/" + operator.stick("usb_002").text("id")),
                new Place(
                        "stick-pending",
                        "/sticks/" + operator.stick(DashboardStory.NEWCOMER).text("id")),
                new Place(
                        "stick-warned",
                        "/sticks/" + operator.stick(DashboardStory.TWIN).text("id")),
                new Place("upgrades", "/upgrades"),
                new Place("upgrade", "/upgrades/" + operator.reports(player).getFirst().text("id")),
                new Place("upgrade-undecided", "/upgrades/" + undecided(operator)),
                new Place("components", "/components"),
                new Place("component", "/components/" + player),
                new Place("rollouts", "/rollouts"),
                new Place("rollout", "/rollouts/" + Rollout.of(operator, player, 2).id()),
                new Place("rollout-halted", "/rollouts/" + Rollout.of(operator, player, 3).id()),
                new Place("policy", "/policy"),
                new Place("policy-version", "/policy/1"),
                new Place("policy-draft", "/policy/" + DashboardStory.DRAFT + "/edit"),
                new Place("people", "/people"),
                new Place("trust", "/trust"));
    }

    /** Nothing serious is found, nothing sticks out, at any width. */
    void inspect(String page) {
        for (int width : WIDTHS) {
            String name = "%s-%d-%s".formatted(page, width, scheme);
            screen.widen(width);
            assertThat(screen.page().getByRole(AriaRole.MAIN)).isVisible();
            assertThat(screen.page().getByLabel("Loading")).hasCount(0);
            screen.picture(name);
            assertThat(screen.severe()).as(name).isEmpty();
            assertThat(screen.overflow()).as("%s sticks out", name).isZero();
        }
    }

    private static String undecided(Operator operator) throws IOException {
        return operator.list("/upgrade-reports", Map.of("state", "needs_human"))
                .getFirst()
                .text("id");
    }
}
