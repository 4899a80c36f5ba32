package org.metalayer.server.evaluation.inventory;

/**
 * Something that others wrote.
 *
 * @param ecosystem {@code npm}, {@code maven} or {@code generic}: the type of its package URL
 * @param place the file that says so
 */
public record Library(String ecosystem, String name, String version, String place)
        implements Comparable<Library> {

    /** Its package URL (purl-spec), with what is no part of its alphabet percent-encoded. */
    String purl() {
        return "pkg:%s/%s@%s".formatted(ecosystem, encoded(name), encoded(version));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    @Override
    public int compareTo(Library other) {
        return java.util.Comparator.comparing(Library::purl)
                .thenComparing(Library::place)
                .compare(this, other);
    }
}
