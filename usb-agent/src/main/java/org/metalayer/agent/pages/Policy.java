package org.metalayer.agent.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that make the sandbox; docs/sandbox.md says what each is for. */
final class Policy {

    /**
     * What a framed content may do; it holds for the frame's attribute and the content's header.
     */
    static final String SANDBOX = "allow-scripts allow-same-origin allow-forms";

    private static final List<String> DENIED_FEATURES =
            List.of(
                    "accelerometer",
                    "bluetooth",
                    "browsing-topics",
                    "camera",
                    "clipboard-read",
                    "clipboard-write",
                    "compute-pressure",
                    "cross-origin-isolated",
                    "display-capture",
                    "fullscreen",
                    "gamepad",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "identity-credentials-get",
                    "idle-detection",
                    "local-fonts",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "picture-in-picture",
                    "publickey-credentials-create",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "storage-access",
                    "unload",
                    "usb",
                    "web-share",
                    "window-management",
                    "xr-spatial-tracking");

    private static final String OWN_PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private Policy() {}

    /** For pages of the agent's own that hold no content: no script, no frame, no form. */
    static Map<String, String> ownPage() {
        return headers(OWN_PAGE, Map.of("X-Frame-Options", "DENY"));
    }

    /** For the page around a component: it may hold that component's content, and nothing else. */
    static Map<String, String> frame(String contentOrigin) {
        return headers(
                OWN_PAGE + "; frame-src " + contentOrigin, Map.of("X-Frame-Options", "DENY"));
    }

    /** For everything that comes from a component. */
    static Map<String, String> content(String frameOrigin) {
        String csp =
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data: blob:",
                        "media-src 'self' data: blob:",
                        "font-src 'self' data:",
                        "connect-src 'self'",
                        "worker-src 'none'",
                        "frame-src 'none'",
                        "object-src 'none'",
                        "manifest-src 'none'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors " + frameOrigin,
                        "webrtc 'block'",
                        "sandbox " + SANDBOX);
        return headers(
                csp,
                Map.of("Connection-Allowlist", "(response-origin)", "Origin-Agent-Cluster", "?1"));
    }

    private static Map<String, String> headers(String csp, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("Content-Security-Policy", csp);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Referrer-Policy", "no-referrer");
        all.put("X-DNS-Prefetch-Control", "off");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        all.put(
                "Permissions-Policy",
                DENIED_FEATURES.stream()
                        .map(feature -> feature + "=()")
                        .collect(Collectors.joining(", ")));
        return all;
    }
}
