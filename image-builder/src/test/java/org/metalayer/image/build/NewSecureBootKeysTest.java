package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;

class NewSecureBootKeysTest {

    @TempDir Path place;

    @Test
    void theCertificateIsOfTheKeyAndFirmwareGetsTheSame() throws Exception {
        NewSecureBootKeys made = new NewSecureBootKeys("our-sticks", place.resolve("with space"));
        SecureBootKeys keys = made.make();

        X509Certificate certificate = certificate(keys.certificate());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=our-sticks");
        assertThat(certificate(made.firmwareFile())).isEqualTo(certificate);
        assertThat(Files.readAllBytes(made.firmwareFile())).isEqualTo(certificate.getEncoded());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.key())))
                .isEqualTo("rw-------");

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key(keys.key()));
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void noFileIsOverwritten() throws IOException {
        Path other = Files.writeString(place.resolve("ours.cer"), "another one's");
        NewSecureBootKeys made = new NewSecureBootKeys("ours", place);
        assertThatThrownBy(made::make)
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(other + " exists");
        assertThat(other).hasContent("another one's");
        assertThat(place.resolve("ours.key")).doesNotExist();
    }

    @Test
    void aNameIsOneWord() {
        for (String name : new String[] {"", "../x", "a b", "a/O=b", "-x", "x".repeat(41)}) {
            assertThatThrownBy(() -> new NewSecureBootKeys(name, place))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("40 letters");
        }
    }

    private static X509Certificate certificate(Path file)
            throws IOException, GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    }
}
