package org.metalayer.acceptance.boot;

import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Somebody at the keyboard, who looks at the screen before the next key. */
final class Keyboard {
    /** More than a cursor that blinks, or what is typed; less than another question. */
    private static final double ANOTHER = 0.0005;

    /** As two menus are of which one line is another. */
    private static final double ALIKE = 0.01;

    private static final int LONGEST_LINE = 12;

    private static final Duration BETWEEN_KEYS = Duration.ofMillis(400);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Machine machine;
    private final Path pictures;
    private Picture seen;

    /**
     * Looks at the screen for the first time.
     *
     * @param pictures where what is seen is kept
     */
    Keyboard(Machine machine, Path pictures) throws IOException {
        this.machine = machine;
        this.pictures = pictures;
        this.seen = look(pictures.resolve("keyboard.png"));
    }

    /** Presses keys together, and leaves a slow computer the time to see it. */
    Keyboard press(String... keys) throws IOException, InterruptedException {
        machine.press(keys);
        Thread.sleep(BETWEEN_KEYS);
        return this;
    }

    /** Types small letters, digits and spaces. */
    Keyboard type(String text) throws IOException, InterruptedException {
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            press(letter == ' ' ? "spc" : String.valueOf(letter));
        }
        return this;
    }

    /** Empties a line. */
    Keyboard clear() throws IOException, InterruptedException {
        for (int key = 0; key < LONGEST_LINE; key++) {
            press("backspace");
        }
        return this;
    }

    /** Waits for another picture than at the last look, and keeps it. */
    void shows(String name) {
        Path file = pictures.resolve(name + ".png");
        eventually(
                "something new on the screen, which is in " + file,
                Machine.PATIENCE,
                () -> look(file),
                now -> now.difference(seen) > ANOTHER);
        settle(file);
    }

    /** Waits until the screen is nearly as it was at an earlier look. */
    void returnsTo(String name) throws IOException {
        Picture before = Picture.of(pictures.resolve(name + ".png"));
        eventually(
                name + " again on the screen",
                Machine.PATIENCE,
                () -> look(pictures.resolve(name + "-again.png")),
                now -> now.difference(before) < ALIKE);
        settle(pictures.resolve(name + "-again.png"));
    }

    /** What is drawn line by line is all there when two looks see the same. */
    private void settle(Path file) {
        eventually(
                "a screen that stays as it is",
                Machine.PATIENCE,
                () -> {
                    Picture before = seen;
                    Thread.sleep(BETWEEN_LOOKS);
                    seen = look(file);
                    return seen.difference(before);
                },
                difference -> difference < ANOTHER);
    }

    private Picture look(Path file) throws IOException {
        machine.photograph(file);
        return Picture.of(file);
    }
}
