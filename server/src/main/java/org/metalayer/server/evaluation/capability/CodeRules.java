package org.metalayer.server.evaluation.capability;

import java.util.List;

/**
 * Signs in scripts, markup and style sheets. What reads a file of its own by its plain name is no
 * ability; an address that is computed may be any.
 */
final class CodeRules {

    /** A quoted path below the page, whole or up to a folder: the rest cannot lead elsewhere. */
    private static final String OWN = "[\"'`](?:\\./)?[\\w-][\\w./-]*(?:[\"'`]\\s*[,)]|/\\$\\{)";

    private static final String LETTER_HEX = "(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])";

    static final List<CodeRule> SCRIPT =
            List.of(
                    CodeRule.of(Ability.NETWORK, "xmlhttprequest", "\\bXMLHttpRequest\\b"),
                    CodeRule.of(Ability.NETWORK, "websocket", "\\bWebSocket(?:Stream)?\\b"),
                    CodeRule.of(Ability.NETWORK, "eventsource", "\\bEventSource\\b"),
                    CodeRule.of(Ability.NETWORK, "sendbeacon", "\\bsendBeacon\\b"),
                    CodeRule.of(
                            Ability.NETWORK,
                            "rtcpeerconnection|rtcdatachannel",
                            "RTC(?:PeerConnection|DataChannel)\\b"),
                    CodeRule.of(Ability.NETWORK, "webtransport", "\\bWebTransport\\b"),
                    CodeRule.of(Ability.NETWORK, "importscripts", "\\bimportScripts\\b"),
                    CodeRule.of(
                            Ability.NETWORK,
                            "fetch",
                            "(?:[=(,:?&|\\[]\\s*|window\\.|self\\.|globalThis\\.|return\\s+)fetch\\s*(?:[;,)\\]}.]|$)"),
                    CodeRule.anyCase(
                            Ability.ELSEWHERE, "://", "[\"'`][^\"'`\\s]{0,60}://[^\"'`\\s]"),
                    CodeRule.anyCase(Ability.ELSEWHERE, "//", "[\"'`]\\s*//[a-z0-9-]"),
                    CodeRule.of(Ability.EVALUATES, "eval", "\\beval\\b"),
                    CodeRule.of(Ability.EVALUATES, "function", "\\b(?:new\\s+)?Function\\s*[(`]"),
                    CodeRule.of(
                            Ability.EVALUATES,
                            "constructor",
                            "constructor[\"'`\\]]*\\s*\\(\\s*[\"'`]|\\[\\s*[\"'`]constructor"),
                    CodeRule.of(
                            Ability.EVALUATES,
                            "settimeout|setinterval",
                            "\\bset(?:Timeout|Interval)\\s*\\(\\s*[\"'`]"),
                    CodeRule.of(
                            Ability.EVALUATES, "document", "document\\s*\\.\\s*write(?:ln)?\\b"),
                    CodeRule.anyCase(
                            Ability.EVALUATES,
                            "createelement",
                            "createElement(?:NS)?\\s*\\([^)]{0,80}[\"'`](?:script|iframe|object|embed|frame|base|link|meta|form)[\"'`]"),
                    CodeRule.anyCase(
                            Ability.EVALUATES, "javascript:|vbscript:", "(?:java|vb)script:"),
                    CodeRule.of(Ability.EVALUATES, "import", "\\bimport\\s*\\(\\s*[^\"'`\\s]"),
                    CodeRule.of(Ability.EVALUATES, "srcdoc", "\\bsrcdoc\\b"),
                    CodeRule.of(Ability.HIDES, "atob", "\\batob\\b"),
                    CodeRule.of(Ability.HIDES, "unescape", "\\bunescape\\b"),
                    CodeRule.of(
                            Ability.HIDES,
                            "fromcharcode|fromcodepoint",
                            "\\bfrom(?:CharCode|CodePoint)\\b"),
                    CodeRule.anyCase(
                            Ability.HIDES, "\\u|\\x", "\\\\(?:u00|x|u\\{0{0,4})" + LETTER_HEX),
                    CodeRule.of(
                            Ability.HIDES,
                            "[",
                            "\\b(?:window|globalThis|self|document|navigator|top|parent)\\s*(?:\\?\\.)?\\["),
                    CodeRule.of(Ability.BACKGROUND, "serviceworker", "\\bserviceWorker\\b"),
                    CodeRule.of(Ability.BACKGROUND, "sharedworker", "\\bSharedWorker\\b"),
                    CodeRule.of(
                            Ability.BACKGROUND, "worker", "\\bnew\\s+Worker\\s*\\(\\s*[^\"'`\\s]"),
                    CodeRule.of(
                            Ability.LEAVES,
                            "location",
                            "\\blocation(?:\\.href)?\\s*=[^=]|\\blocation\\s*\\.\\s*(?:assign|replace)\\b"),
                    CodeRule.of(Ability.LEAVES, "open", "\\bwindow\\s*\\.\\s*open\\b"),
                    CodeRule.of(
                            Ability.LEAVES,
                            "window",
                            "\\bwindow\\s*\\.\\s*(?:top|parent|opener|name)\\b"),
                    CodeRule.of(
                            Ability.LEAVES,
                            "postmessage",
                            "\\b(?:top|parent|opener)\\s*\\.\\s*postMessage\\b"),
                    CodeRule.of(
                            Ability.DEVICE,
                            "navigator",
                            "\\bnavigator\\s*\\.\\s*(?:geolocation|mediaDevices|getUserMedia|clipboard|usb|bluetooth|serial|hid|credentials|contacts|share|requestMIDIAccess)\\b"),
                    CodeRule.of(Ability.DEVICE, "cookie", "\\bdocument\\s*\\.\\s*cookie\\b"),
                    CodeRule.of(
                            Ability.DEVICE,
                            "show",
                            "\\bshow(?:OpenFile|SaveFile|Directory)Picker\\b"),
                    CodeRule.of(Ability.BINARY_CODE, "webassembly", "\\bWebAssembly\\b"));

    static final List<CodeRule> MARKUP =
            List.of(
                    CodeRule.anyCase(
                            Ability.ELSEWHERE,
                            "=",
                            "\\s(?:src|href|xlink:href|srcset|action|formaction|data|poster|ping|background|cite|manifest|archive|longdesc)\\s*=\\s*[\"']?\\s*(?:[a-z][a-z0-9+.-]*:)?//"),
                    CodeRule.anyCase(Ability.ELSEWHERE, "<base", "<base\\b"),
                    CodeRule.anyCase(
                            Ability.HANDLER,
                            "on",
                            "<[a-z](?:[^<>]|\"[^\"]*\"|'[^']*')*?[\\s\"'/]on[a-z]{3,24}\\s*="),
                    CodeRule.anyCase(
                            Ability.FRAME,
                            "<",
                            "<(?:iframe|frame|frameset|object|embed|portal|applet|fencedframe|foreignobject)\\b"),
                    CodeRule.anyCase(
                            Ability.LEAVES, "http-equiv", "http-equiv\\s*=\\s*[\"']?\\s*refresh"),
                    CodeRule.anyCase(
                            Ability.HIDES,
                            "charset",
                            "charset\\s*=\\s*[\"']?\\s*(?:[^u\"'\\s>]|u[^t\"']|ut[^f\"']|utf-?7|utf-?16|utf-?32)"),
                    CodeRule.anyCase(
                            Ability.HIDES,
                            "&#",
                            "&#(?:0*(?:6[5-9]|7[0-9]|8[0-9]|90|9[7-9]|1[01][0-9]|12[0-2])(?:;|\\D)|x0*"
                                    + LETTER_HEX
                                    + ")"),
                    CodeRule.anyCase(
                            Ability.EVALUATES,
                            "data:",
                            "(?:src|href|data)\\s*=\\s*[\"']?\\s*data:(?:text/html|text/javascript|application|text/xml)"),
                    CodeRule.anyCase(
                            Ability.EVALUATES,
                            "<script",
                            "<script[^>]{0,300}\\bsrc\\s*=\\s*[\"']?[^\"'\\s>]*\\.(?:txt|json|md|csv|png|jpg|jpeg|gif|svg|css)\\b"));

    /** What may also stand in a style attribute. */
    static final List<CodeRule> STYLE =
            List.of(
                    CodeRule.anyCase(
                            Ability.ELSEWHERE,
                            "url",
                            "url\\s*\\(\\s*[\"']?\\s*(?:[a-z][a-z0-9+.-]*:)?//"),
                    CodeRule.anyCase(
                            Ability.ELSEWHERE,
                            "@import",
                            "@import\\s+[\"']?\\s*(?:[a-z][a-z0-9+.-]*:)?//"),
                    CodeRule.anyCase(
                            Ability.ELSEWHERE, "image-set", "image-set\\s*\\([^)]{0,200}//"),
                    CodeRule.anyCase(
                            Ability.EVALUATES,
                            "expression|behavior|-moz-binding",
                            "expression\\s*\\(|\\bbehavior\\s*:\\s*url|-moz-binding"),
                    CodeRule.anyCase(
                            Ability.HIDES, "\\", "\\\\0{0,4}" + LETTER_HEX + "[\\s\\w(:]"));

    /** Programs and scripts that run outside of any sandbox. */
    static final List<CodeRule> SHELL =
            List.of(
                    CodeRule.anyCase(
                            Ability.LISTENS,
                            "nc|ncat|socat|http.server|listen|bind",
                            "\\bn(?:et)?c(?:at)?\\s+(?:-\\w+\\s+)*-\\w*l|\\bsocat\\b|http\\.server|\\.listen\\s*\\(|\\.bind\\s*\\("),
                    CodeRule.anyCase(
                            Ability.NETWORK,
                            "curl|wget|/dev/tcp|ssh|ftp",
                            "\\b(?:curl|wget|ssh|scp|s?ftp)\\b|/dev/(?:tcp|udp)/"),
                    CodeRule.anyCase(
                            Ability.PRIVILEGE,
                            "chmod|setcap|sudo|setuid",
                            "\\bchmod\\s+(?:[ugoa]*\\+\\w*s|[2467][0-7]{3})|\\bsetcap\\b|\\bsudo\\b|\\bsetuid\\b"));

    /** A call of fetch, and whether it is for a file of the component itself. */
    static final CodeRule ANY_FETCH =
            CodeRule.of(Ability.NETWORK, "fetch", "\\bfetch\\s*(?:\\?\\.)?\\(");

    static final CodeRule OWN_FETCH =
            CodeRule.of(Ability.NETWORK, "fetch", "\\bfetch\\s*\\(\\s*" + OWN);

    private CodeRules() {}
}
