package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/** Hands the owner everything, written as it is read: it may be far larger than the memory. */
public final class Export {

    private final Pages pages;

    public Export(Ledger ledger) {
        this.pages = new Pages(ledger);
    }

    /**
     * All entries of the ledger, of every kind, as one JSON array in UTF-8. Each has all that its
     * hash is made of, and its content byte for byte, or {@code "deleted":true} in its place.
     *
     * @param out is flushed, and not closed
     */
    public void json(OutputStream out) throws IOException {
        String[] before = {"[\n"};
        pages.each(
                1,
                stored -> {
                    out.write(before[0].getBytes(UTF_8));
                    write(stored, out);
                    before[0] = ",\n";
                    return true;
                });
        out.write((before[0].startsWith("[") ? "[]\n" : "\n]\n").getBytes(UTF_8));
        out.flush();
    }

    /**
     * All records as comma-separated values (RFC 4180), one line for each field of each record
     * after a line with the names of the columns.
     *
     * @param out is flushed, and not closed
     */
    public void csv(Writer out) throws IOException {
        out.write(CsvRows.HEADER);
        pages.each(
                1,
                stored -> {
                    if (isRecord(stored.entry().kind())) {
                        for (String row : CsvRows.of(stored)) {
                            out.write(row);
                        }
                    }
                    return true;
                });
        out.flush();
    }

    private static boolean isRecord(EntryKind kind) {
        return kind.equals(EntryKind.RECORD) || kind.equals(EntryKind.LOCAL);
    }

    private static void write(StoredEntry stored, OutputStream out) throws IOException {
        LedgerEntry entry = stored.entry();
        JsonBuilder json =
                new JsonBuilder()
                        .put("number", entry.number())
                        .put("hash", entry.hash().hex())
                        .put("previous", entry.previous().hex())
                        .put("at", entry.at())
                        .put("kind", entry.kind().word())
                        .put("content_hash", entry.content().hex());
        if (stored.content().isEmpty()) {
            out.write(Json.write(json.put("deleted", true).build()));
            return;
        }
        byte[] head = Json.write(json.build());
        // Parsed and written again it could be another text, and its hash another one.
        out.write(Arrays.copyOf(head, head.length - 1));
        out.write(",\"content\":".getBytes(UTF_8));
        out.write(embeddable(stored.content().get()));
        out.write('}');
    }

    /** The content itself where it is JSON, which all is that this program knows. */
    private static byte[] embeddable(byte[] content) {
        try {
            Json.parse(content);
            return content;
        } catch (MalformedDocumentException _) {
            return Json.write(new JsonValue.Text(new String(content, UTF_8)));
        }
    }
}
