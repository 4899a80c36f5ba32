package org.metalayer.acceptance.boot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What a computer's screen shows. */
record Picture(BufferedImage pixels) {
    private static final int COLOUR = 0xffffff;

    static Picture of(Path file) throws IOException {
        return new Picture(ImageIO.read(file.toFile()));
    }

    /** How much of it is of exactly this colour, from 0 to 1. */
    double share(int colour) {
        long same =
                IntStream.range(0, pixels.getHeight()).mapToLong(row -> inRow(row, colour)).sum();
        return (double) same / pixels.getHeight() / pixels.getWidth();
    }

    /** How much of it is not as in another one of the same size, from 0 to 1. */
    double difference(Picture other) {
        int width = pixels.getWidth();
        if (width != other.pixels.getWidth() || pixels.getHeight() != other.pixels.getHeight()) {
            return 1;
        }
        long different =
                IntStream.range(0, width * pixels.getHeight())
                        .filter(each ->
                                pixels.getRGB(each % width, each / width)
                                        != other.pixels.getRGB(each % width, each / width))
                        .count();
        return (double) different / width / pixels.getHeight();
    }

    private long inRow(int row, int colour) {
        return IntStream.range(0, pixels.getWidth())
                .filter(column -> (pixels.getRGB(column, row) & COLOUR) == colour)
                .count();
    }
}
