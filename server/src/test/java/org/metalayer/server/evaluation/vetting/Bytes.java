package org.metalayer.server.evaluation.vetting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** Files made in code. The programs have the form of programs and do nothing. */
final class Bytes {

    private Bytes() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A real picture. */
    static byte[] picture(String format, int seed) {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color((seed * 53) % 256, (seed * 97) % 256, (seed * 31) % 256));
        pen.fillRect(0, 0, 48, 32);
        pen.setColor(Color.WHITE);
        pen.fillOval(seed % 20, 4, 20, 20);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An ELF header and a table of imported names. */
    static byte[] elf(String... imports) {
        return join(
                hex("7f454c46020101000000000000000000"),
                new byte[48],
                text("\0" + String.join("\0", imports) + "\0"));
    }

    static byte[] pe() {
        return join(
                hex("4d5a90000300000004000000ffff0000b8000000000000004000000000000000"),
                new byte[28],
                hex("80000000"),
                text("This program cannot be run in DOS mode.\r\n$"),
                new byte[64]);
    }

    static byte[] wasm() {
        return hex("0061736d01000000");
    }

    /** A second of silence, PCM. */
    static byte[] wav() {
        return join(
                text("RIFF"),
                hex("641f0000"),
                text("WAVEfmt "),
                hex("1000000001000100401f0000401f000001000800"),
                text("data"),
                hex("401f0000"),
                new byte[8000]);
    }
}
