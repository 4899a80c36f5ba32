package org.metalayer.protocol.health;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;

/**
 * Finds what a page loads or links to inside its own component. Whatever is not closed reaches to
 * the end of the page, as in browsers: no pattern looks twice at the same stretch of a hostile one.
 */
final class PageLinks {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
    private static final Pattern SCRIPT_BODY =
            Pattern.compile(
                    "(<script\\b[^<>]*>).*?(?:</script\\s*+>|\\z)",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*", Pattern.DOTALL);
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "<[a-z][^<>]*?\\s(?:src|href)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))",
                    Pattern.CASE_INSENSITIVE);

    private PageLinks() {}

    /**
     * A local reference.
     *
     * @param text as the page has it
     * @param target the file meant, or empty when it lies outside the component
     */
    record Link(String text, Optional<RelativePath> target) {}

    static List<Link> in(RelativePath page, String html) {
        String markup = SCRIPT_BODY.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("$1");
        List<Link> links = new ArrayList<>();
        Matcher attribute = ATTRIBUTE.matcher(markup);
        while (attribute.find()) {
            String text = firstGroup(attribute).strip();
            local(text).ifPresent(path -> links.add(new Link(text, resolve(page, path))));
        }
        return links;
    }

    private static String firstGroup(Matcher attribute) {
        for (int group = 1; group < attribute.groupCount(); group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return attribute.group(attribute.groupCount());
    }

    /**
     * The path of a reference without scheme and host; empty for the rest of the web and for
     * fragments.
     */
    private static Optional<String> local(String reference) {
        String path = QUERY_OR_FRAGMENT.matcher(reference).replaceFirst("");
        return path.isEmpty() || ELSEWHERE.matcher(reference).matches()
                ? Optional.empty()
                : Optional.of(decoded(path));
    }

    /** Without percent signs where they stand for something; browsers take a bare space as well. */
    private static String decoded(String path) {
        try {
            return new URI(path).getPath();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    private static Optional<RelativePath> resolve(RelativePath page, String path) {
        String base = path.startsWith("/") ? "/" : "/" + page.value();
        try {
            URI resolved =
                    new URI(null, null, base, null)
                            .resolve(new URI(null, null, path, null))
                            .normalize();
            String inside = resolved.getPath().substring(1);
            return Optional.of(
                    new RelativePath(
                            inside.isEmpty() || inside.endsWith("/")
                                    ? inside + "index.html"
                                    : inside));
        } catch (URISyntaxException | MalformedDocumentException e) {
            return Optional.empty();
        }
    }
}
