package org.metalayer.server.evaluation.vetting;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.metalayer.server.testing.Proposal;

/**
 * Small components as people make them: each with markup, a style sheet and a script of its own, in
 * five ways of bringing what belongs to it.
 */
final class BenignSamples {

    private record Theme(String title, String script) {}

    private static final List<Theme> THEMES =
            List.of(
                    new Theme(
                            "Notes",
                            """
                            "use strict";
                            const pad = document.querySelector("#pad");
                            pad.value = localStorage.getItem("notes") ?? "";
                            pad.addEventListener("input", () => localStorage.setItem("notes", pad.value));
                            """),
                    new Theme(
                            "Timer",
                            """
                            let left = 300;
                            const tick = setInterval(() => {
                              left -= 1;
                              document.querySelector("#pad").textContent = `${Math.floor(left / 60)}:${left % 60}`;
                              if (left <= 0) clearInterval(tick);
                            }, 1000);
                            """),
                    new Theme(
                            "Memory",
                            """
                            const cards = [..."aabbccdd"].sort(() => Math.random() - 0.5);
                            const board = document.querySelector("#pad");
                            cards.forEach((face, place) => {
                              const card = document.createElement("button");
                              card.textContent = "?";
                              card.onclick = () => { card.textContent = face; };
                              card.dataset.place = place;
                              board.append(card);
                            });
                            """),
                    new Theme(
                            "Gallery",
                            """
                            async function load() {
                              const answer = await fetch("data/list.json");
                              for (const { file, title } of await answer.json()) {
                                const picture = document.createElement("img");
                                picture.src = `pictures/${file}`;
                                picture.alt = title;
                                document.querySelector("#pad").append(picture);
                              }
                            }
                            load();
                            """),
                    new Theme(
                            "Snake",
                            """
                            const pen = document.querySelector("canvas").getContext("2d");
                            const snake = [{ x: 5, y: 5 }];
                            let way = { x: 1, y: 0 };
                            addEventListener("keydown", (event) => {
                              if (event.key === "ArrowUp") way = { x: 0, y: -1 };
                              if (event.key === "ArrowDown") way = { x: 0, y: 1 };
                            });
                            function step() {
                              snake.unshift({ x: snake[0].x + way.x, y: snake[0].y + way.y });
                              snake.pop();
                              pen.clearRect(0, 0, 300, 150);
                              snake.forEach(({ x, y }) => pen.fillRect(x * 10, y * 10, 9, 9));
                              requestAnimationFrame(step);
                            }
                            step();
                            """),
                    new Theme(
                            "Player",
                            """
                            const audio = new Audio("sounds/bell.wav");
                            const button = document.querySelector("button");
                            let on = false;
                            button.addEventListener("click", async () => {
                              on = !on;
                              if (on) await audio.play();
                              else audio.pause();
                              button.setAttribute("aria-pressed", String(on));
                            });
                            """),
                    new Theme(
                            "Quiz",
                            """
                            import { questions } from "./questions.js";
                            let at = 0;
                            const show = () => { document.querySelector("#pad").textContent = questions[at].text; };
                            document.querySelector("form").addEventListener("submit", (event) => {
                              event.preventDefault();
                              at = (at + 1) % questions.length;
                              show();
                            });
                            show();
                            """),
                    new Theme(
                            "Calculator",
                            """
                            const steps = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b };
                            // The sum is worked out step by step; nobody's input is run as code.
                            export function work(tokens) {
                              return tokens.slice(1).reduce(
                                (sum, token, i) => (i % 2 ? steps[tokens[i]](sum, Number(token)) : sum),
                                Number(tokens[0]),
                              );
                            }
                            """),
                    new Theme(
                            "Clock",
                            """
                            const names = new Intl.DateTimeFormat("de", { weekday: "long" });
                            function show() {
                              const now = new Date();
                              document.title = names.format(now);
                              document.querySelector("#pad").textContent = now.toLocaleTimeString();
                              setTimeout(show, 1000 - now.getMilliseconds());
                            }
                            show();
                            """),
                    new Theme(
                            "Shopping list",
                            """
                            class List extends EventTarget {
                              #items = [];
                              add(name) {
                                this.#items.push({ name, done: false });
                                this.dispatchEvent(new CustomEvent("change", { detail: this.#items.length }));
                              }
                              get open() { return this.#items.filter((item) => !item.done); }
                            }
                            const list = new List();
                            list.addEventListener("change", (event) => console.log("now", event.detail));
                            list.add("Bread");
                            """));

    private BenignSamples() {}

    static Stream<Sample> samples() {
        return THEMES.stream()
                .flatMap(theme ->
                        Stream.of(
                                of("plain", theme, proposal -> {}),
                                of("pictures", theme, BenignSamples::pictures),
                                of("vendored library", theme, BenignSamples::vendored),
                                of("sounds and data", theme, BenignSamples::data),
                                of("archive and documents", theme, BenignSamples::archive)));
    }

    private static Sample of(String way, Theme theme, Consumer<Proposal> more) {
        return Sample.of(
                way,
                theme.title(),
                "nobody",
                proposal -> {
                    page(proposal, theme);
                    more.accept(proposal);
                });
    }

    private static void page(Proposal proposal, Theme theme) {
        proposal.description(theme.title() + ": remembers what was on the screen")
                .file(
                        "index.html",
                        """
                        <!doctype html>
                        <html lang="en">
                          <head>
                            <meta charset="utf-8">
                            <meta name="viewport" content="width=device-width, initial-scale=1">
                            <title>%s</title>
                            <link rel="stylesheet" href="style.css">
                            <script src="app.js" type="module"></script>
                          </head>
                          <body>
                            <main><h1>%s</h1>
                              <form class="row"><input id="line" maxlength="40"><button type="submit">Go on</button></form>
                              <div id="pad"></div><canvas width="300" height="150"></canvas>
                              <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z"/></svg>
                            </main>
                          </body>
                        </html>
                        """
                                .formatted(theme.title(), theme.title()))
                .file("app.js", theme.script())
                .file(
                        "questions.js",
                        "export const questions = [{ text: \"How many legs has a spider?\" }];\n")
                .file(
                        "style.css",
                        """
                        :root { color-scheme: light dark; --ink: #17624f; }
                        main { max-width: 40rem; margin: 2rem auto; font: 1rem/1.5 system-ui, sans-serif; }
                        main::before { content: "\\2022"; color: var(--ink); }
                        button:hover { background: color-mix(in srgb, var(--ink), white); }
                        """);
    }

    private static void pictures(Proposal proposal) {
        proposal.file("pictures/one.png", Bytes.picture("png", 11))
                .file("pictures/two.jpg", Bytes.picture("jpg", 12))
                .file("pictures/three.gif", Bytes.picture("gif", 13))
                .file(
                        "icon.svg",
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
                          <rect width="32" height="32" rx="8" fill="#17624f"/>
                          <circle cx="16" cy="16" r="6" fill="#fff"/>
                        </svg>
                        """)
                .file("data/list.json", "[{\"file\":\"one.png\",\"title\":\"One\"}]");
    }

    private static void vendored(Proposal proposal) {
        proposal.file(
                        "vendor/tinysort.js",
                        """
                        /*! tinysort v3.2.5 | MIT | https://tinysort.example */
                        export const sorted = (list, by) => [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1));
                        """)
                .file(
                        "package.json",
                        "{\"name\":\"component\",\"version\":\"1.0.0\",\"dependencies\":{\"tinysort\":\"3.2.5\"}}")
                .file(
                        "package-lock.json",
                        """
                        {"name":"component","version":"1.0.0","lockfileVersion":3,"packages":{
                          "":{"name":"component","version":"1.0.0"},
                          "node_modules/tinysort":{"version":"3.2.5"},
                          "node_modules/@scope/shapes":{"version":"0.4.0"}}}
                        """)
                .file(
                        "LICENSE.txt",
                        "Permission is hereby granted, free of charge, to any person\n");
    }

    private static void data(Proposal proposal) {
        proposal.file("sounds/bell.wav", Bytes.wav())
                .file("data/levels.csv", "level,name\n1,Meadow\n2,River\n")
                .file(
                        "data/words.txt",
                        "apple\nbanana\nM\u00fcsli\n\u043c\u0443\u0437\u044b\u043a\u0430\n")
                .file("\u043c\u0443\u0437\u044b\u043a\u0430.txt", "A list of songs\n")
                .file(
                        "component.json",
                        "{\"title\":\"Component\",\"entry\":\"index.html\",\"health\":[]}");
    }

    private static void archive(Proposal proposal) {
        proposal.file(
                        "templates.zip",
                        Packed.zip("templates/one.txt", Bytes.text("A template\n".repeat(20))))
                .file("words.json.gz", Packed.gzip(Bytes.text("[\"apple\",\"banana\"]")))
                .file(
                        "README.md",
                        "# Component\n\nPress *Go on*; `fetch(address)` is not used here.\n")
                .file("CHANGES.md", "## 1.1\n- Keeps what was on the screen\n");
    }
}
