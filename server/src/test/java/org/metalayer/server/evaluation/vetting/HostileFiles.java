package org.metalayer.server.evaluation.vetting;

import static org.metalayer.server.evaluation.vetting.Bytes.hex;
import static org.metalayer.server.evaluation.vetting.Bytes.join;
import static org.metalayer.server.evaluation.vetting.Bytes.picture;
import static org.metalayer.server.evaluation.vetting.Bytes.text;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.metalayer.protocol.ModuleId;
import org.metalayer.server.testing.Proposal;

/** Files that are not what they seem, and names that are not what they look like. */
final class HostileFiles {

    private HostileFiles() {}

    static Stream<Sample> samples() {
        return Stream.of(
                        polyglots(),
                        disguises(),
                        names(),
                        documents(),
                        programs(),
                        reaching(),
                        unacceptable())
                .flatMap(each -> each);
    }

    private static Stream<Sample> polyglots() {
        byte[] png = picture("png", 1);
        return Stream.of(
                polyglot("page.png", png, text("<html><script>steal()</script></html>")),
                polyglot("zip.png", png, Packed.zip("a.js", text("steal()"))),
                polyglot("pe.png", png, Bytes.pe()),
                polyglot("elf.png", png, Bytes.elf("puts")),
                polyglot("page.jpg", picture("jpg", 2), text("<!DOCTYPE html><body onload=x()>")),
                polyglot("pdf.jpg", picture("jpg", 3), text("%PDF-1.7 1 0 obj")),
                polyglot("script.gif", text("GIF89a/*"), text("*/=1;/*<script>*/steal()")),
                polyglot("php.gif", picture("gif", 4), text("<?php system($_GET['c']); ?>")),
                polyglot("page.wav", Bytes.wav(), text("<iframe src=x>")),
                polyglot("zip.wav", Bytes.wav(), Packed.zip("a.js", text("steal()"))));
    }

    private static Sample polyglot(String path, byte[] first, byte[] second) {
        return Sample.file("polyglot", "types", path, join(first, second));
    }

    private static Stream<Sample> disguises() {
        return Stream.of(
                Sample.file("disguised program", "types", "notes.txt", Bytes.elf("puts")),
                Sample.file("disguised program", "types", "photo.png", Bytes.pe()),
                Sample.file(
                        "disguised program",
                        "types",
                        "data.json",
                        join(hex("cffaedfe07000001"), new byte[64])),
                Sample.file(
                        "disguised program",
                        "types",
                        "app.js",
                        join(hex("cafebabe00000041"), new byte[64])),
                Sample.file(
                        "disguised program",
                        "types",
                        "style.css",
                        join(hex("6465780a30333500"), new byte[64])),
                Sample.file("wrong type", "types", "song.mp3", picture("png", 5)),
                Sample.file("wrong type", "types", "picture.jpg", picture("png", 6)),
                Sample.file("wrong type", "types", "font.woff2", text("not a font at all")),
                Sample.file(
                        "hidden encoding",
                        "types",
                        "page.html",
                        "<script>steal()</script>".getBytes(StandardCharsets.UTF_16)),
                Sample.text(
                        "hidden encoding",
                        "capabilities",
                        "utf7.html",
                        "<meta charset=\"utf-7\">+ADw-script+AD4-steal()+ADw-/script+AD4-"));
    }

    private static Stream<Sample> names() {
        return Stream.of(
                Sample.text("double extension", "types", "photo.jpg.js", "play()"),
                Sample.text("double extension", "types", "invoice.pdf.html", "<p>Invoice</p>"),
                Sample.text(
                        "double extension",
                        "types",
                        "song.mp3.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                Sample.text("double extension", "types", "letter.doc.js", "play()"),
                Sample.text("homoglyph name", "types", "\u0440layer.js", "play()"),
                Sample.text("homoglyph name", "types", "\u0441\u043e\u0440\u0443.js", "play()"),
                Sample.text("homoglyph name", "types", "inde\u0445.html", "<p>x</p>"),
                Sample.text("homoglyph name", "types", "\uff50layer.js", "play()"),
                Sample.text(
                        "invisible character in a name", "types", "ind\u200cex.html", "<p>x</p>"));
    }

    private static Stream<Sample> documents() {
        return Stream.of(
                Sample.file(
                        "macro document",
                        "types",
                        "letter.doc",
                        join(hex("d0cf11e0a1b11ae1"), new byte[512])),
                Sample.file(
                        "macro document",
                        "types",
                        "table.docm",
                        Packed.zip("word/document.xml", text("<w/>"))),
                Sample.file(
                        "macro document",
                        "types",
                        "letter.docx",
                        Packed.zip("word/vbaProject.bin", text("macro"))),
                Sample.text(
                        "acting PDF",
                        "types",
                        "manual.pdf",
                        "%PDF-1.7\n\0 /OpenAction << /S /JavaScript /JS (x()) >>"),
                Sample.text(
                        "acting PDF", "types", "launch.pdf", "%PDF-1.7\n\0 /Launch /F (cmd.exe)"));
    }

    private static Stream<Sample> programs() {
        return Stream.concat(
                Stream.of(
                                "start.bat",
                                "update.ps1",
                                "open.desktop",
                                "setup.hta",
                                "tool.py",
                                "run.vbs",
                                "link.url")
                        .map(path ->
                                Sample.text("name that systems run", "types", path, "echo hello")),
                Stream.of(
                        Sample.file("new executable", "types", "tool", Bytes.elf("puts")),
                        Sample.text("new executable", "types", "tool", "#!/bin/sh\necho hello\n")
                                .named("script"),
                        Sample.of(
                                "new executable",
                                "mode 0755",
                                "types",
                                proposal -> proposal.file("tool", "data").executable())));
    }

    private static Stream<Sample> reaching() {
        return Stream.of(
                Sample.file(
                        "new listener",
                        "capabilities",
                        "daemon",
                        Bytes.elf("bind", "listen", "accept")),
                Sample.text("new listener", "capabilities", "serve", "#!/bin/sh\nnc -l -p 4444\n"),
                Sample.text(
                        "new listener",
                        "capabilities",
                        "web",
                        "#!/usr/bin/env python3\nimport http.server\n"),
                Sample.text("setuid", "capabilities", "grant", "#!/bin/sh\nchmod u+s /tmp/sh\n"),
                Sample.file("miner", "capabilities", "worker.wasm", Bytes.wasm()),
                Sample.text("miner", "capabilities", "mine.js", "WebAssembly.instantiate(bytes)"),
                Sample.text("oversized", "capabilities", "huge.js", "x();\n".repeat(500_000)));
    }

    private static Stream<Sample> unacceptable() {
        return Stream.concat(
                Stream.of(
                                "../evil.js",
                                "/etc/passwd",
                                "a\\b.js",
                                "CON.txt",
                                "cod\u202egpj.js",
                                "a//b.js",
                                ".git/hooks/x",
                                "line\nbreak.js")
                        .map(path ->
                                Sample.text("path", "intake", path, "x")
                                        .named(path.replaceAll("\\p{C}", "?"))),
                Stream.of(
                        Sample.of(
                                "path case clash",
                                "A and a",
                                "intake",
                                proposal -> proposal.file("a.js", "1").file("A.js", "2")),
                        Sample.of(
                                "path case clash",
                                "folders",
                                "intake",
                                proposal -> proposal.file("x/a.js", "1").file("X/b.js", "2")),
                        Sample.of(
                                "path clash",
                                "file and folder",
                                "intake",
                                proposal -> proposal.file("a", "1").file("a/b", "2")),
                        Sample.of(
                                "empty manifest",
                                "no file",
                                "intake",
                                HostileFiles::withoutFiles)));
    }

    private static void withoutFiles(Proposal ignored) {
        Proposal.empty().report(new ModuleId("usb_nobody"));
    }
}
