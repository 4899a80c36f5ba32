package org.metalayer.agent.usb;

/** Text that came from a device's firmware and may be hostile. */
final class DeviceText {

    /** What a USB string descriptor can hold at most, in UTF-16 units. */
    private static final int MAX_LENGTH = 126;

    private DeviceText() {}

    /**
     * Printable characters only, no space at either end, at most {@value #MAX_LENGTH} characters.
     */
    static String clean(String raw) {
        StringBuilder kept = new StringBuilder();
        raw.codePoints()
                .filter(DeviceText::isPrintable)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= MAX_LENGTH)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /**
     * What is left of {@code text} for comparing two readings of one string: the kernel and libusb
     * repair broken UTF-16 differently, so only ASCII is compared.
     */
    static String comparable(String text) {
        return clean(text).replaceAll("[^\\x20-\\x7e]", "").strip();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
