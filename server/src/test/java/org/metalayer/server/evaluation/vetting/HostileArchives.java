package org.metalayer.server.evaluation.vetting;

import static org.metalayer.server.evaluation.vetting.Bytes.hex;
import static org.metalayer.server.evaluation.vetting.Bytes.join;
import static org.metalayer.server.evaluation.vetting.Bytes.text;

import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What is packed to hurt whoever unpacks it, or to hide from whoever looks. */
final class HostileArchives {

    private static final byte[] SMALL = text("alert(1)");

    private HostileArchives() {}

    static Stream<Sample> samples() {
        return Stream.of(slips(), bombs(), links(), hidden(), unopenable(), inside())
                .flatMap(each -> each);
    }

    private static Stream<Sample> slips() {
        return Stream.of(
                        "../evil.js",
                        "a/../../evil.js",
                        "/etc/cron.d/evil",
                        "..\\..\\evil.js",
                        "C:\\Windows\\evil.js",
                        "C:/Windows/evil.js")
                .map(path ->
                        Sample.file("zip slip", "archives", "pack.zip", Packed.zip(path, SMALL))
                                .named(path));
    }

    private static Stream<Sample> bombs() {
        byte[] zeros = new byte[4 << 20];
        return Stream.of(
                Sample.file("archive bomb", "archives", "ratio.zip", Packed.zip("zeros", zeros)),
                Sample.file("archive bomb", "archives", "ratio.gz", Packed.gzip(zeros)),
                Sample.file("archive bomb", "archives", "deep.zip", Packed.nested(5, SMALL)),
                Sample.file(
                        "archive bomb",
                        "archives",
                        "entries.zip",
                        Packed.zip(out -> {
                            for (int i = 0; i <= 10_000; i++) {
                                Packed.add(out, new ZipArchiveEntry("f" + i), new byte[0]);
                            }
                        })),
                Sample.file(
                        "archive bomb", "archives", "double.gz", Packed.gzip(Packed.gzip(zeros))));
    }

    private static Stream<Sample> links() {
        return Stream.of(
                tar("symlink", TarConstants.LF_SYMLINK, "/etc/passwd"),
                tar("symlink-up", TarConstants.LF_SYMLINK, "../../secret"),
                tar("hardlink", TarConstants.LF_LINK, "/etc/shadow"),
                tar("device", TarConstants.LF_BLK, ""),
                tar("pipe", TarConstants.LF_FIFO, ""),
                Sample.file(
                        "link in an archive",
                        "archives",
                        "device-like-a-folder.tar",
                        Packed.tar("entry/", TarConstants.LF_CHR, "", 0644, new byte[0])),
                Sample.file(
                        "link in an archive",
                        "archives",
                        "link.zip",
                        Packed.zip("l", 0120777, text("/etc/passwd"))),
                Sample.file("setuid", "archives", "setuid.zip", Packed.zip("tool", 0104755, SMALL)),
                Sample.file("setuid", "archives", "setgid.zip", Packed.zip("tool", 0102755, SMALL)),
                Sample.file(
                        "setuid",
                        "archives",
                        "setuid.tar",
                        Packed.tar("tool", TarConstants.LF_NORMAL, "", 04755, SMALL)),
                Sample.file(
                        "executable", "archives", "bin.zip", Packed.zip("tool", 0100755, SMALL)));
    }

    private static Sample tar(String name, byte type, String link) {
        return Sample.file(
                "link in an archive",
                "archives",
                name + ".tar",
                Packed.tar("entry", type, link, 0644, new byte[0]));
    }

    private static Stream<Sample> hidden() {
        return Stream.of(
                Sample.file("unlisted file", "archives", "two-tables.zip", Packed.unlisted()),
                Sample.file("unlisted file", "archives", "encrypted.zip", Packed.encrypted()),
                Sample.file(
                        "RTL override in a name",
                        "archives",
                        "rtl.zip",
                        Packed.zip("cod\u202egpj.js", SMALL)),
                Sample.file(
                        "homoglyph name",
                        "archives",
                        "glyph.zip",
                        Packed.zip("\u0440layer.js", SMALL)));
    }

    private static Stream<Sample> unopenable() {
        return Stream.of(
                Sample.file(
                        "unopenable archive",
                        "archives",
                        "a.7z",
                        join(hex("377abcaf271c0004"), new byte[64])),
                Sample.file(
                        "unopenable archive",
                        "archives",
                        "a.rar",
                        join(text("Rar!"), hex("1a0700"), new byte[64])),
                Sample.file(
                        "unopenable archive",
                        "archives",
                        "a.xz",
                        join(hex("fd377a585a000004"), new byte[64])),
                Sample.file(
                        "unopenable archive",
                        "archives",
                        "a.bz2",
                        join(text("BZh9"), hex("314159265359"), new byte[64])),
                Sample.file(
                        "unopenable archive",
                        "archives",
                        "torn.zip",
                        join(text("PK"), hex("03040a00"), new byte[80])),
                Sample.file("unopenable archive", "archives", "zstd.zip", Packed.zstandard()),
                Sample.file(
                        "oversized",
                        "archives",
                        "big.zip",
                        join(Packed.zip("a", SMALL), new byte[9 << 20])));
    }

    private static Stream<Sample> inside() {
        return Stream.of(
                Sample.file(
                        "program in an archive",
                        "types",
                        "elf.zip",
                        Packed.zip("data.bin", Bytes.elf("puts"))),
                Sample.file(
                        "program in an archive",
                        "types",
                        "elf-deep.zip",
                        Packed.nested(3, Bytes.elf("puts"))),
                Sample.file(
                        "program in an archive",
                        "types",
                        "pe.tar.gz",
                        Packed.gzip(
                                Packed.tar("a.bin", TarConstants.LF_NORMAL, "", 0644, Bytes.pe()))),
                Sample.file(
                        "secret",
                        "secrets",
                        "backup.zip",
                        Packed.zip(
                                "id_ed25519",
                                text("-----BEGIN OPENSSH " + "PRIVATE KEY-----\nb3BlbnNzaC1r\n"))));
    }
}
