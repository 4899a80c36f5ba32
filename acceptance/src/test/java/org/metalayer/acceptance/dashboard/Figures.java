package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.protocol.json.Json;

/** What a page shows in numbers, plots and tables, and the JSON that it comes from. */
final class Figures {
    private static final Pattern RAW = Pattern.compile("^Raw data of ");
    private static final String ADDRESS = "GET /api/v1";

    /** Sticks check in all the time. */
    private static final Pattern MOMENT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"");

    /** Figures on a surface, or on a page, that has no button for its JSON. */
    private static final String UNEXPLAINED =
            """
            () => {
              const main = document.querySelector('main');
              const words = element => [...element.childNodes]
                  .filter(node => node.nodeType === Node.TEXT_NODE)
                  .map(node => node.textContent).join('');
              const isFigure = element => element.checkVisibility() && !element.closest('form')
                  && (element.matches('[role=img], [role=meter], [role=progressbar], table')
                      || /[0-9]/.test(words(element)));
              const isExplained = surface =>
                  surface.querySelector('button[aria-label^="Raw data of "]') !== null;
              const surfacesOf = figure => {
                const around = [...main.querySelectorAll('section, article')]
                    .filter(surface => surface.contains(figure));
                return around.length > 0 ? around : [main];
              };
              return [...main.querySelectorAll('*')].filter(isFigure)
                  .filter(figure => !surfacesOf(figure).some(isExplained))
                  .map(figure => figure.outerHTML.slice(0, 200));
            }
            """;

    private final Screen screen;
    private final Operator operator;

    Figures(Screen screen, Operator operator) {
        this.screen = screen;
        this.operator = operator;
    }

    /** Opens the JSON behind every figure of the page that is shown. */
    void inspect(String page) {
        assertThat(screen.page().getByLabel("Loading")).hasCount(0);
        assertThat((List<?>) screen.page().evaluate(UNEXPLAINED)).as(page).isEmpty();
        List<String> subjects = buttons().all().stream().map(Figures::name).toList();
        assertThat(subjects).as(page).isNotEmpty();
        for (int place = 0; place < subjects.size(); place++) {
            open(page, place, subjects.get(place));
        }
    }

    /** What a gate says counts minutes, so that the JSON is opened and asked for at one time. */
    private void open(String page, int place, String subject) {
        eventually(
                page + ": " + subject,
                () -> {
                    buttons().nth(place).click();
                    Locator json = screen.dialog().locator("pre");
                    assertThat(json).isVisible();
                    String shown = json.textContent();
                    String address = screen.dialog().locator("code").first().textContent();
                    screen.page().keyboard().press("Escape");
                    assertThat(screen.dialog()).hasCount(0);
                    assertThat(address).startsWith(ADDRESS);
                    assertThat(timeless(shown))
                            .isEqualTo(timeless(answer(address.substring(ADDRESS.length()))));
                });
    }

    private String answer(String path) throws IOException {
        return operator.view(path).toString();
    }

    /** Any JSON in one form; an empty answer explains nothing. */
    private static String timeless(String json) {
        String form = Json.pretty(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(form).hasSizeGreaterThan("{\n}".length());
        return MOMENT.matcher(form).replaceAll("\"…\"");
    }

    private Locator buttons() {
        return screen.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(RAW));
    }

    private static String name(Locator button) {
        return String.valueOf(button.getAttribute("aria-label"));
    }
}
