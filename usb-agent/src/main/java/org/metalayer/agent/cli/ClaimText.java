package org.metalayer.agent.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.message.Claim;

/** Claims as people write them: {@code startup_ms=3x}. */
final class ClaimText {

    private static final Pattern FORM = Pattern.compile("([^=]+)=([0-9]{1,9}(?:\\.[0-9]{1,9})?)x?");

    private ClaimText() {}

    static Claim parse(String text) {
        Matcher claim = FORM.matcher(text);
        if (!claim.matches()) {
            throw new MalformedDocumentException(
                    "a claim is a metric and how many times better it is, such as startup_ms=3x");
        }
        return new Claim(claim.group(1), new BigDecimal(claim.group(2)));
    }
}
