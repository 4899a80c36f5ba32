package org.metalayer.protocol.message;

import java.math.BigDecimal;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * A contributor's claim about a metric, such as "startup_ms is 3 times better".
 *
 * @param factor how many times better, above 0 and at most 1,000,000
 */
public record Claim(String metric, BigDecimal factor) {
    private static final BigDecimal MAX_FACTOR = BigDecimal.valueOf(1_000_000);

    public Claim {
        Texts.line("claim metric", metric, 1, 100);
        if (factor.signum() <= 0 || factor.compareTo(MAX_FACTOR) > 0) {
            throw new MalformedDocumentException(
                    "claim factor must be above 0 and at most " + MAX_FACTOR);
        }
    }

    static Claim read(JsonObject json) {
        return new Claim(json.string("metric"), json.decimal("factor"));
    }

    JsonObject write() {
        return new JsonBuilder().put("metric", metric).put("factor", factor).build();
    }
}
