package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.message.Usb;

/** Whatever is said in whatever field, it is text on every page of the dashboard. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class HostileTextIT {
    private static final int STICKS = 13;
    private static final byte[] PAGE =
            "<!doctype html><title>t</title>".getBytes(StandardCharsets.UTF_8);

    /** As an init script, so that it is there before anything a page could run. */
    private static final String CANARY = "window.runs = 0; window.ran = () => { runs += 1; };";

    /** Elements that only a payload could have made. */
    private static final String GROWN =
            "() => document.querySelectorAll(\"iframe, object, embed, base, marquee, audio, video,"
                + " math, img[src='x'], [onerror], [onload], [onfocus], [onmouseover], [ontoggle],"
                + " [onbegin], [onstart], [srcdoc], [formaction], meta[http-equiv='refresh'],"
                + " a[href^='javascript'], script[src*='127.0.0.1:9']\").length";

    /** What sticks out of the window, for whoever has to mend it. */
    private static final String OUTSIDE =
            "() => [...document.querySelectorAll('main *')]"
                    + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                    + ".filter(e => !e.children.length)"
                    + ".slice(0, 4).map(e => e.outerHTML.slice(0, 160)).join('; ')";

    private static Fleet fleet;
    private static Chromium chromium;
    private static long draft;

    private final List<String> alarms = new ArrayList<>();
    private final List<String> wide = new ArrayList<>();
    private final Set<String> shown = new LinkedHashSet<>();

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        fleet = Fleet.start("hostile-text", 0);
        for (int turn = 0; turn < STICKS; turn++) {
            WireStick stick = speak(turn);
            if (turn == STICKS - 1) {
                HostileWords.outcomes(fleet, stick, List.of("odd-0", "odd-1"));
            }
        }
        draft = HostileWords.draft(fleet);
        HostileWords.key(fleet);
    }

    @AfterAll
    static void stop() {
        try (Chromium _ = chromium) {
            fleet.close();
        }
    }

    @Test
    void whateverIsSaidIsTextOnEveryPage() throws Exception {
        try (BrowserContext window = chromium.window(fleet.system().url(), ColorScheme.LIGHT)) {
            window.addInitScript(CANARY);
            window.onDialog(dialog -> {
                alarms.add("dialog " + dialog.message());
                dialog.dismiss();
            });
            window.onRequest(request -> {
                boolean own = request.url().startsWith(fleet.system().url().toString());
                if (!own && !request.url().startsWith("data:")) {
                    alarms.add("request to " + request.url());
                }
            });
            Screen screen = new Screen(window);
            screen.logIn(DashboardStory.password(fleet));
            assertThat(screen.page().getByLabel("What needs you")).isVisible();
            for (String path : pages()) {
                inspect(screen.open(path), path);
            }
            screen.open("/policy/" + draft).button("Try it").click();
            assertThat(screen.page().getByText("decisions would have ended")).isVisible();
            inspect(screen, "dry run");
            screen.page().keyboard().press("Control+k");
            screen.page().getByPlaceholder("A screen, a stick").fill("<");
            inspect(screen, "palette");
            assertThat(screen.complaints()).isEmpty();
        }
        assertThat(alarms).isEmpty();
        assertThat(wide).as("pages that stick out of the window").isEmpty();
        assertThat(shown)
                .as("every payload stands somewhere as text")
                .containsAll(Payloads.ALL)
                .containsAll(HostileWords.ALL);
    }

    private void inspect(Screen screen, String path) {
        assertThat(screen.page().getByLabel("Loading")).hasCount(0);
        for (int width : List.of(375, 1440)) {
            screen.widen(width);
            if (screen.overflow() != 0) {
                wide.add("%s at %d: %s".formatted(path, width, screen.page().evaluate(OUTSIDE)));
            }
        }
        assertThat(screen.page().evaluate("() => runs")).as(path).isEqualTo(0);
        assertThat(screen.page().evaluate(GROWN)).as(path).isEqualTo(0);
        String text = screen.page().getByRole(AriaRole.MAIN).textContent();
        assertThat(text).as(path).isNotBlank();
        Stream.concat(Payloads.ALL.stream(), HostileWords.ALL.stream())
                .filter(text::contains)
                .forEach(shown::add);
    }

    private static List<String> pages() throws Exception {
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/sticks",
                                "/upgrades",
                                "/upgrades?show=needs-you",
                                "/components",
                                "/rollouts",
                                "/policy",
                                "/policy/" + draft,
                                "/policy/" + draft + "/edit",
                                "/trust",
                                "/people"));
        add(pages, "/sticks", "id");
        for (View report : items("/upgrade-reports").subList(0, 6)) {
            pages.add("/upgrades/" + report.text("id"));
        }
        add(pages, "/rollouts", "id");
        for (int turn = 0; turn < 3; turn++) {
            pages.add("/components/odd-" + turn);
            pages.add("/components/odd-" + turn + "?as=table");
        }
        return pages;
    }

    private static void add(List<String> pages, String list, String id) throws Exception {
        for (View item : items(list)) {
            pages.add(list + "/" + item.text(id));
        }
    }

    private static List<View> items(String list) throws Exception {
        return fleet.operator().list(list, Map.of());
    }

    /** One stick that says another thing in each field, and two reports of it. */
    private static WireStick speak(int turn) throws Exception {
        int at = turn * 4;
        WireStick stick =
                WireStick.accepted(
                        fleet.system(),
                        "usb_odd-" + turn,
                        new WireStick.Says(
                                Payloads.fitting(at, 80),
                                new Usb(
                                        "0951",
                                        "1666",
                                        "0110",
                                        Payloads.fitting(at + 1, 126),
                                        Payloads.fitting(at + 2, 126),
                                        Payloads.fitting(at + 3, 126),
                                        true),
                                Payloads.fitting(at + 1, 64),
                                Payloads.fitting(at + 2, 64)));
        if (turn < 3) {
            report(stick, turn);
        }
        return stick;
    }

    private static void report(WireStick stick, int turn) throws Exception {
        String title = Payloads.fitting(turn, 80).replace("\\", "\\\\").replace("\"", "\\\"");
        byte[] descriptor =
                "{\"title\":\"%s\",\"entry\":\"index.html\"}"
                        .formatted(title)
                        .getBytes(StandardCharsets.UTF_8);
        List<String> features = Payloads.ALL.stream().filter(it -> it.length() <= 100).toList();
        report(
                stick.draft("odd-" + turn).with("type", "ux").with("features", features),
                stick,
                descriptor);
        report(stick.draft("undecided-" + turn).with("type", "feature"), stick, descriptor);
    }

    private static void report(Draft draft, WireStick stick, byte[] descriptor) throws Exception {
        draft.with("description", Payloads.together(2000).getFirst())
                .file("component.json", descriptor)
                .file("index.html", PAGE)
                .file("' onfocus='ran()' autofocus='.html", PAGE)
                .file("javascript&#58;ran()/&lt;img src=x onerror=ran()&gt;.html", PAGE);
        stick.deliver(draft, descriptor, PAGE);
        Eventually.eventually(
                "a decision on " + draft.reportId(),
                () -> stick.report(draft.reportId()).expect(200).json().text("state"),
                state -> state.equals("approved") || state.equals("needs_human"));
    }
}
