package org.metalayer.protocol.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/**
 * How much one release may say of one stick, as a fraction in lowest terms: what is released is at
 * most e<sup>ε</sup> times as likely with that stick as without it. Less is more private.
 *
 * @param numerator above 0
 * @param denominator above 0; divides 1,000,000, so that sums of decimals stay exact
 */
public record Epsilon(long numerator, long denominator) {

    /** Above it, the noise hides nothing. */
    public static final long MOST = 10;

    /** How many digits there are after the point, at most. */
    static final int DIGITS = 6;

    private static final long FINEST = 1_000_000;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    /**
     * @throws MalformedDocumentException when it is not above 0, above {@link #MOST}, or no decimal
     *     of six digits after the point
     */
    public Epsilon {
        if (numerator <= 0 || denominator <= 0) {
            throw new MalformedDocumentException(
                    "epsilon must be above 0, was %s/%s".formatted(numerator, denominator));
        }
        long divisor =
                BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValue();
        numerator /= divisor;
        denominator /= divisor;
        if (FINEST % denominator != 0) {
            throw new MalformedDocumentException(
                    "epsilon must be a decimal with at most %s digits after the point, was %s/%s"
                            .formatted(DIGITS, numerator, denominator));
        }
        if (numerator > MOST * denominator) {
            throw new MalformedDocumentException(
                    "epsilon must be at most %s, was %s/%s"
                            .formatted(MOST, numerator, denominator));
        }
    }

    /**
     * Reads a decimal, such as "0.5".
     *
     * @throws MalformedDocumentException when it is none, or one that the constructor refuses
     */
    public static Epsilon parse(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new MalformedDocumentException(
                    "epsilon must be a decimal such as 0.5, with at most %s digits after the point,"
                                    .formatted(DIGITS)
                            + " was \"%s\"".formatted(Texts.shown(decimal)));
        }
        return new Epsilon(new BigDecimal(decimal).movePointRight(DIGITS).longValueExact(), FINEST);
    }

    /** Its exact value. */
    public BigDecimal value() {
        return plain(BigDecimal.valueOf(numerator * (FINEST / denominator), DIGITS));
    }

    /** Without zeros at its end, and without an exponent: equal numbers are written equally. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()));
    }

    /** As it is read. */
    @Override
    public String toString() {
        return value().toPlainString();
    }
}
