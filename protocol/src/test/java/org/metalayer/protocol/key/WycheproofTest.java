package org.metalayer.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * The kinds of forged signatures and keys in the Ed25519 vectors of the Wycheproof project: a
 * scalar that is not reduced, special values for both halves, keys that are not canonical.
 */
class WycheproofTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String KEY =
            "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa";
    private static final String R =
            "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0";
    private static final byte[] TEST = {'T', 'e', 's', 't'};
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger PRIME =
            BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** Test cases 63 and 64: the group's order was added to S. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "67654bce3832c2d76f8f6f5dafc08d9339d4eef676573336a5c51eb6f946b31d",
                "5439412b5395d42f462c67008eba6ca839d4eef676573336a5c51eb6f946b32d"
            })
    void aScalarThatIsNotReducedIsNone(String s) {
        assertThat(verifies(R, s)).isFalse();
        BigInteger reduced = little(HEX.parseHex(s)).mod(ORDER);
        assertThat(verifies(R, hex(reduced))).as("the same, reduced").isTrue();
    }

    static Stream<BigInteger> multiples() {
        BigInteger reduced =
                little(
                                HEX.parseHex(
                                        "67654bce3832c2d76f8f6f5dafc08d9339d4eef676573336a5c51eb6f946b31d"))
                        .mod(ORDER);
        return Stream.iterate(reduced.add(ORDER), s -> s.bitLength() <= 256, s -> s.add(ORDER));
    }

    @ParameterizedTest
    @MethodSource("multiples")
    void noOtherScalarOfTheSameSignatureIsTaken(BigInteger s) {
        assertThat(verifies(R, hex(s))).isFalse();
    }

    @Test
    void specialValuesForBothHalvesAreNone() {
        List<BigInteger> special =
                List.of(
                        BigInteger.ZERO,
                        BigInteger.ONE,
                        ORDER.subtract(BigInteger.ONE),
                        ORDER,
                        ORDER.add(BigInteger.ONE),
                        PRIME.subtract(BigInteger.ONE),
                        PRIME,
                        PRIME.add(BigInteger.ONE),
                        BigInteger.TWO.pow(255),
                        BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
        for (BigInteger r : special) {
            for (BigInteger s : special) {
                assertThat(verifies(hex(r), hex(s))).as("R = %s, S = %s", r, s).isFalse();
            }
        }
    }

    /** All 19 values of y from the prime on, with either sign of x. */
    @Test
    void noKeyHasASecondForm() {
        for (int i = 0; i < 19; i++) {
            BigInteger y = PRIME.add(BigInteger.valueOf(i));
            for (BigInteger encoded : List.of(y, y.setBit(255))) {
                assertThatThrownBy(() -> VerifyingKey.of(HEX.parseHex(hex(encoded))))
                        .as("%s", encoded)
                        .isInstanceOf(MalformedDocumentException.class);
            }
        }
    }

    private static boolean verifies(String r, String s) {
        return VerifyingKey.of(HEX.parseHex(KEY)).verifies(TEST, HEX.parseHex(r + s));
    }

    private static BigInteger little(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static String hex(BigInteger number) {
        byte[] little = new byte[32];
        for (int i = 0; i < little.length; i++) {
            little[i] = number.shiftRight(8 * i).byteValue();
        }
        return HEX.formatHex(little);
    }
}
