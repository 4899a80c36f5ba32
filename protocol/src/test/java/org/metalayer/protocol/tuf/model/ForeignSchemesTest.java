package org.metalayer.protocol.tuf.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;

/** The schemes that others sign with: verified, never used by this system. */
class ForeignSchemesTest {
    private static final byte[] SAMPLE = "sample".getBytes(UTF_8);
    private static final String RSA = "rsa/rsassa-pss-sha256";
    private static final String ECDSA = "ecdsa/ecdsa-sha2-nistp256";

    /** Made with OpenSSL 3.0.19: {@code genpkey -algorithm RSA}, {@code pkey -pubout}. */
    private static final String RSA_KEY =
            """
            -----BEGIN PUBLIC KEY-----
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApVnYtGg9Ud0TMaiywchN
            4Rp5BB2v3Va8gQM7tuhymvJ2STYB89IwRmRXvZrHImobYUZcVy+cUKRn8YTb8zrQ
            h6gxf3AjrAG5dqPy7MhT5quyEbcC9Lm7OGJ/k7Agt6dHNVPt2If+U5uFoLMorgwz
            a8u5q9pUdDFzPqSiX8m383RD/TVVr5pOzDWBbopSYCbmhuIeVyXHOkfcwe4l+Iig
            oYwbFxMN3SFgX6fBPS9zW7t/ZF15FGEnX6XGAoQOckv7QAGmJptNb8ZZPa2UEv8i
            rdBNtJRuMSLYv6eZCW+z7zF4RwReZFMbpKi85nBcTQeGy992+Wdkc8nxnOs8Jop7
            bwIDAQAB
            -----END PUBLIC KEY-----
            """;

    /** {@code dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32}. */
    private static final String RSA_SIGNATURE =
            "63b724665138f8d3bbc64c94024250ba245a107974351f49a148b1c08de70c324b223400be16d95f"
                    + "e713364e6af369b7a7e0670ede1d37c5a3fee24ffb3c996a90ebfbf3648f187669136fa2c89f"
                    + "621f66fc408434a2876efcc39400776ba557ceb65e6331043c3ab9826386a6f9de53f17ce205"
                    + "de51bc7c4a909efd016a03c09d0d4ef96b99b094573137d584bf15e8186db0e41a2c4772f0f5"
                    + "b3d4428c21d092e2f722adfbe1e1d1ed5d0119908c3eb1342662208b170d3c135651dd704532"
                    + "45cccb33b1b85f18c4ff0b8ddb5fc26b4af02e7334799235e6674e122e47195efe64c62c0d5e"
                    + "c139c0d81849e07deb0e05090365d6a4e6a4a17346b207f11812";

    /** The public key of RFC 6979 A.2.5, as a {@code SubjectPublicKeyInfo}. */
    private static final String ECDSA_KEY =
            pem(
                    HexFormat.of()
                            .parseHex(
                                    "3059301306072a8648ce3d020106082a8648ce3d030107034200"
                                            + "0460fed4ba255a9d31c961eb74c6356d68"
                                            + "c049b8923b61fa6ce669622e60f29fb6"
                                            + "7903fe1008b8bc99a41ae9e95628bc64"
                                            + "f2f1b20c2d7e9f5177a3c294d4462299"));

    /** Its signature of "sample" with SHA-256, in DER. */
    private static final String ECDSA_SIGNATURE =
            "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                    + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";

    @Test
    void verifiesWhatOpenSslSigned() {
        verifiesItsMessageOnly(key(RSA, RSA_KEY), HexFormat.of().parseHex(RSA_SIGNATURE));
    }

    @Test
    void verifiesTheSignatureOfRfc6979() {
        verifiesItsMessageOnly(key(ECDSA, ECDSA_KEY), HexFormat.of().parseHex(ECDSA_SIGNATURE));
    }

    @Test
    void anotherPaddingOrSaltIsNoSignature() throws GeneralSecurityException {
        KeyPair pair = rsa(2048);
        PublicHalf half = key(RSA, pem(pair.getPublic())).publicHalf();
        assertThat(half.verifies(SAMPLE, pss(pair, SAMPLE, 32))).isTrue();
        assertThat(half.verifies(SAMPLE, pss(pair, SAMPLE, 20))).isFalse();
        assertThat(half.verifies(SAMPLE, sign("SHA256withRSA", pair, SAMPLE))).isFalse();
    }

    @Test
    void twoSchemesMeetAThresholdTogether() throws GeneralSecurityException {
        KeyPair first = rsa(2048);
        KeyPair second = ec("secp256r1");
        TufKey rsa = key(RSA, pem(first.getPublic()));
        TufKey ecdsa = key(ECDSA, pem(second.getPublic()));
        JsonObject signed = targets();
        byte[] message = CanonicalJson.encode(signed);
        String byRsa = HexFormat.of().formatHex(pss(first, message, 32));
        String byEcdsa = HexFormat.of().formatHex(sign("SHA256withECDSA", second, message));
        var both = new Authority(RoleName.TARGETS, 2, List.of(rsa, ecdsa));

        MetadataSignature one = new MetadataSignature(rsa.keyId(), byRsa);
        MetadataSignature other = new MetadataSignature(ecdsa.keyId(), byEcdsa);
        assertThat(read(signed, one, other).isSignedBy(both)).isTrue();
        assertThat(read(signed, one).isSignedBy(both)).isFalse();
        assertThat(read(signed, other).isSignedBy(both)).isFalse();
        assertThat(read(signed, one, new MetadataSignature(ecdsa.keyId(), byRsa)).isSignedBy(both))
                .as("one signature under the other's id")
                .isFalse();
    }

    @Test
    void keysThatAreTooWeakOrOfAnotherKindAreRefused() throws GeneralSecurityException {
        refused(RSA, pem(rsa(1024).getPublic()), "2048 to 8192 bits");
        refused(ECDSA, pem(ec("secp384r1").getPublic()), "on the curve P-256");
        refused(RSA, ECDSA_KEY, "not a valid key of type RSA");
        refused(ECDSA, RSA_KEY, "not a valid key of type EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----\n=\n"})
    void brokenPemIsRefused(String text) {
        refused(RSA, text, "not in PEM");
        refused(ECDSA, text + "-----END PUBLIC KEY-----", "a public key is not");
    }

    @Test
    void anUnknownSchemeCountsForNobody() {
        TufKey unknown = key("rsa/rsassa-pss-sha512", RSA_KEY);
        byte[] signature = HexFormat.of().parseHex(RSA_SIGNATURE);
        assertThat(unknown.publicHalf().verifies(SAMPLE, signature)).isFalse();
    }

    private static void verifiesItsMessageOnly(TufKey key, byte[] signature) {
        PublicHalf half = key.publicHalf();
        assertThat(half.verifies(SAMPLE, signature)).isTrue();
        assertThat(half.verifies("simple".getBytes(UTF_8), signature)).isFalse();
        assertThat(half.verifies(SAMPLE, new byte[0])).isFalse();
        for (int place = 0; place < signature.length; place++) {
            byte[] broken = signature.clone();
            broken[place] ^= 1;
            assertThat(half.verifies(SAMPLE, broken)).as("byte %d", place).isFalse();
        }
    }

    private static void refused(String scheme, String pem, String why) {
        assertThatThrownBy(() -> key(scheme, pem))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(why);
    }

    private static TufKey key(String typeAndScheme, String text) {
        String[] parts = typeAndScheme.split("/", 2);
        JsonObject key =
                new JsonBuilder()
                        .put("keytype", parts[0])
                        .put("scheme", parts[1])
                        .put("keyval", new JsonBuilder().put("public", text).build())
                        .build();
        String id = Sha256.of(CanonicalJson.encode(key)).hex();
        return TufKey.readAll(new JsonBuilder().put(id, key).build()).values().iterator().next();
    }

    private static JsonObject targets() {
        return Json.parseObject(
                """
                {"_type":"targets","spec_version":"1.0.34","version":1,
                 "expires":"2030-01-01T00:00:00Z","targets":{}}
                """
                        .getBytes(UTF_8));
    }

    private static SignedMetadata<Targets> read(JsonObject signed, MetadataSignature... by) {
        return SignedMetadata.targets(
                Json.write(
                        new JsonBuilder()
                                .put("signatures", List.of(by), MetadataSignature::write)
                                .put("signed", signed)
                                .build()));
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static byte[] pss(KeyPair pair, byte[] message, int salt)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance("RSASSA-PSS");
        signer.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
        return sign(signer, pair, message);
    }

    private static byte[] sign(String algorithm, KeyPair pair, byte[] message)
            throws GeneralSecurityException {
        return sign(Signature.getInstance(algorithm), pair, message);
    }

    private static byte[] sign(Signature signer, KeyPair pair, byte[] message)
            throws GeneralSecurityException {
        signer.initSign(pair.getPrivate());
        signer.update(message);
        return signer.sign();
    }

    private static String pem(PublicKey key) {
        return pem(key.getEncoded());
    }

    private static String pem(byte[] spki) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(spki));
    }
}
