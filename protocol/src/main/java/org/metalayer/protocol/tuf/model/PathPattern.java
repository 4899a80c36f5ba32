package org.metalayer.protocol.tuf.model;

/**
 * A PATHPATTERN of specification §4.5: {@code *} and {@code ?} stand for characters other than the
 * separator. In steps of at most pattern × path, so that no pattern can stall a client.
 */
final class PathPattern {
    private PathPattern() {}

    static boolean matches(String pattern, String path) {
        int p = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = at;
            } else if (p < pattern.length() && fits(pattern.charAt(p), c)) {
                p++;
                at++;
            } else if (star >= 0 && path.charAt(resume) != '/') {
                p = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(char wanted, char c) {
        return wanted == '?' ? c != '/' : wanted == c;
    }
}
