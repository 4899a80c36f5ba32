package org.metalayer.acceptance.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** Somebody who uses the keyboard alone and has to see where the focus is. */
final class Keys {
    /** More stops than any page has. */
    private static final int PATIENCE = 300;

    /** Whether an element looks different with the focus than without it. */
    private static final String IS_MARKED =
            """
            async element => {
              const look = async () => {
                // A changed style shows in the next frame but one.
                for (let frame = 0; frame < 2; frame++) {
                  await new Promise(requestAnimationFrame);
                }
                const style = getComputedStyle(element);
                return [style.outline, style.boxShadow, style.borderColor].join();
              };
              const focused = await look();
              element.blur();
              const blurred = await look();
              element.focus();
              return focused !== blurred;
            }
            """;

    private final Screen screen;

    Keys(Screen screen) {
        this.screen = screen;
    }

    void press(String... keys) {
        for (String key : keys) {
            screen.page().keyboard().press(key);
        }
    }

    void type(String text) {
        screen.page().keyboard().type(text);
    }

    /** Goes on with Tab until it is there, where the focus must be seen. */
    Keys to(Locator target) {
        assertThat(target).isVisible();
        for (int stops = 0; !hasFocus(target); stops++) {
            assertThat(stops).as("stops on the way to %s", target).isLessThan(PATIENCE);
            press("Tab");
        }
        return sees(target);
    }

    /** The focus is there, and to be seen. */
    Keys sees(Locator target) {
        assertThat(target).isFocused();
        assertThat(target.evaluate(IS_MARKED))
                .as("the focus on %s is seen", target)
                .isEqualTo(true);
        return this;
    }

    private static boolean hasFocus(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }
}
