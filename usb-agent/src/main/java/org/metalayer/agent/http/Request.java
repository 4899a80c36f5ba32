package org.metalayer.agent.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request without a body (RFC 9112 §3 and §5).
 *
 * @param target as it was written: it begins with a slash
 * @param headers by name in lower case; what was sent twice stands side by side with a comma, so
 *     that two hosts are never one of them
 */
public record Request(String method, String target, Map<String, String> headers, boolean keeps) {

    private static final Pattern LINE = Pattern.compile("([A-Z]{1,20}) (/[!-~]*) HTTP/1\\.([01])");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public Request {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, named in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the method is one of those that only read. */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    static Request parse(List<String> lines) throws BadRequestException {
        var line = LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!line.matches()) {
            throw new BadRequestException(400, "This is no request that can be answered here.");
        }
        Map<String, String> headers = new HashMap<>();
        for (String header : lines.subList(1, lines.size())) {
            add(header, headers);
        }
        refuseBody(headers);
        boolean keeps =
                line.group(3).equals("1")
                        && !headers.getOrDefault("connection", "")
                                .toLowerCase(Locale.ROOT)
                                .contains("close");
        return new Request(line.group(1), line.group(2), headers, keeps);
    }

    private static void add(String header, Map<String, String> headers) throws BadRequestException {
        int colon = header.indexOf(':');
        if (colon < 0 || !NAME.matcher(header.substring(0, colon)).matches()) {
            throw new BadRequestException(400, "A header of this request has no proper name.");
        }
        headers.merge(
                header.substring(0, colon).toLowerCase(Locale.ROOT),
                header.substring(colon + 1).strip(),
                (first, second) -> first + ", " + second);
    }

    private static void refuseBody(Map<String, String> headers) throws BadRequestException {
        if (headers.containsKey("transfer-encoding")
                || !headers.getOrDefault("content-length", "0").equals("0")) {
            throw new BadRequestException(405, "Nothing can be sent to this address, only read.");
        }
    }
}
