package org.metalayer.acceptance.dashboard;

import java.util.ArrayList;
import java.util.List;

/** Texts that run as script wherever a page takes them for anything but text. */
final class Payloads {
    /** Each calls {@code ran()}, asks another server, or breaks out of where text stands. */
    static final List<String> ALL =
            List.of(
                    "<script>ran()</script>",
                    "<ScRiPt>ran()</sCrIpT>",
                    "<script src=//127.0.0.1:9/x.js></script>",
                    "<<script>ran()//<</script>",
                    "<img src=x onerror=ran()>",
                    "<img src=//127.0.0.1:9/pixel>",
                    "<image src=x onerror=ran()>",
                    "<svg onload=ran()>",
                    "<svg><script>ran()</script></svg>",
                    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
                    "<svg><a xlink:href=javascript:ran()><text y=9>x</text></a>",
                    "<math><mtext><img src=x onerror=ran()></mtext></math>",
                    "<iframe src=javascript:ran()></iframe>",
                    "<iframe srcdoc='<script>parent.ran()</script>'>",
                    "<object data=javascript:ran()></object>",
                    "<embed src=javascript:ran()>",
                    "<body onload=ran()>",
                    "<details open ontoggle=ran()>x</details>",
                    "<input autofocus onfocus=ran()>",
                    "<select autofocus onfocus=ran()>",
                    "<video><source onerror=ran()></video>",
                    "<audio src=x onerror=ran()>",
                    "<marquee onstart=ran()>x</marquee>",
                    "<form><button formaction=javascript:ran()>x</button></form>",
                    "<a href=javascript:ran()>x</a>",
                    "<a href='java&#10;script:ran()'>x</a>",
                    "javascript:ran()",
                    "data:text/html,<script>ran()</script>",
                    "vbscript:ran()",
                    "\"><script>ran()</script>",
                    "'><img src=x onerror=ran()>",
                    "\" onmouseover=\"ran()\" x=\"",
                    "' onfocus='ran()' autofocus='",
                    "`onerror=ran()`",
                    "</title><script>ran()</script>",
                    "</textarea><script>ran()</script>",
                    "</style><script>ran()</script>",
                    "</script><script>ran()</script>",
                    "--><script>ran()</script><!--",
                    "]]><script>ran()</script>",
                    "<style>@import '//127.0.0.1:9/x.css';</style>",
                    "<style>*{background:url(//127.0.0.1:9/x)}</style>",
                    "<link rel=stylesheet href=//127.0.0.1:9/x.css>",
                    "<base href=//127.0.0.1:9/>",
                    "<meta http-equiv=refresh content='0;url=//127.0.0.1:9/'>",
                    "{{constructor.constructor('ran()')()}}",
                    "${ran()} #{ran()} <%= ran() %>",
                    "&lt;script&gt;ran()&lt;/script&gt;",
                    "\\u003cscript\\u003eran()\\u003c/script\\u003e",
                    "__proto__ constructor toString [object Object]");

    private Payloads() {}

    /** Texts of at most {@code length}, beginning with another one for each {@code turn}. */
    static String fitting(int turn, int length) {
        List<String> fit = ALL.stream().filter(text -> text.length() <= length).toList();
        return fit.get(turn % fit.size());
    }

    /** All of them in few texts of at most {@code length}. */
    static List<String> together(int length) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String payload : ALL) {
            if (text.length() + 1 + payload.length() > length) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(payload);
        }
        texts.add(text.toString());
        return texts;
    }
}
