package org.metalayer.agent.screen;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code in half-block characters, two of its rows in one of the terminal's: dark is drawn,
 * light is the background.
 */
record QrBlocks(List<String> rows) {

    /** Modules of light around it, as scanners expect. */
    private static final int QUIET = 4;

    QrBlocks {
        rows = List.copyOf(rows);
    }

    /** The code of a short text, such as an address. */
    static QrBlocks of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        List<String> rows = new ArrayList<>();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            StringBuilder row = new StringBuilder();
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                row.append(block(code.getModule(x, y), code.getModule(x, y + 1)));
            }
            rows.add(row.toString());
        }
        return new QrBlocks(rows);
    }

    int width() {
        return rows.getFirst().length();
    }

    int height() {
        return rows.size();
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }
}
