package org.metalayer.protocol.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

class KeysTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8032 §7.1, TEST 1 to TEST 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
            + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
            + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
            + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
            + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
            + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
            + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void agreesWithRfc8032(String seed, String publicKey, String message, String signature) {
        SigningKey key = SigningKey.ofSeed(HEX.parseHex(seed));
        assertThat(HEX.formatHex(key.publicKey().raw())).isEqualTo(publicKey);
        assertThat(HEX.formatHex(key.sign(HEX.parseHex(message)))).isEqualTo(signature);
        assertThat(key.publicKey().verifies(HEX.parseHex(message), HEX.parseHex(signature)))
                .isTrue();
    }

    @Test
    void refusesEveryChangedBitOfASignature() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = "upgrade".getBytes(UTF_8);
        byte[] signature = key.sign(message);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.publicKey().verifies(message, changed)).as("bit %d", bit).isFalse();
        }
    }

    /** RFC 8032 §5.1.7 demands S below the group order, or one signature would have two forms. */
    @Test
    void refusesTheMalleableTwinOfASignature() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = "upgrade".getBytes(UTF_8);
        byte[] signature = key.sign(message);
        BigInteger order =
                BigInteger.TWO
                        .pow(252)
                        .add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] twin = reversed(new BigInteger(1, s).add(order).toByteArray());
        byte[] forged = Arrays.copyOf(signature, 64);
        System.arraycopy(twin, 0, forged, 32, Math.min(32, twin.length));
        assertThat(key.publicKey().verifies(message, forged)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 1000})
    void aSignatureOfAnotherLengthIsNone(int length) {
        SigningKey key = SigningKey.generate(new SecureRandom());
        assertThat(key.publicKey().verifies(new byte[1], new byte[length])).isFalse();
    }

    /** The small-order points in all encodings, and encodings of y beyond the prime. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refusesKeysOfSmallOrderAndKeysThatAreNotCanonical(String raw) {
        assertThatThrownBy(() -> VerifyingKey.of(HEX.parseHex(raw)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void refusesAYThatIsNotOnTheCurve() {
        assertThatThrownBy(() -> VerifyingKey.of(HEX.parseHex("02" + "00".repeat(31))))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void aKeyIsNamedByTheDigestOfItsBytes() {
        VerifyingKey key =
                VerifyingKey.of(
                        HEX.parseHex(
                                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        assertThat(key.keyId())
                .isEqualTo("21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9");
    }

    @Test
    void neverPrintsASecret() {
        SigningKey key = SigningKey.ofSeed(new byte[32]);
        assertThat(key.toString()).isEqualTo("secret half of " + key.publicKey());
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
