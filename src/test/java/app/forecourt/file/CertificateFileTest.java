package app.forecourt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.TestCertificates;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test of the files that the user may choose as certificate authority. */
class CertificateFileTest {
    private final HeldCertificate root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("ca.pem"), text);
    }

    @Test
    void severalCertificatesAreReadBack() throws Exception {
        HeldCertificate other = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
        var certificates = List.of(root.certificate(), other.certificate());
        assertEquals(certificates, CertificateFile.read(file(CertificateFile.toPem(certificates))));
    }

    @Test
    void binaryFormIsReadToo() throws Exception {
        Path file = Files.write(folder.resolve("ca.cer"), root.certificate().getEncoded());
        assertEquals(List.of(root.certificate()), CertificateFile.read(file));
    }

    @Test
    void otherFilesAreNotUsable() throws Exception {
        assertFalse(CertificateFile.isUsable(folder.resolve("missing.pem")));
        assertFalse(CertificateFile.isUsable(folder));
        assertFalse(CertificateFile.isUsable(file("")));
        assertFalse(CertificateFile.isUsable(file("Dear Anna, the certificate is attached.")));
        assertFalse(CertificateFile.isUsable(file(root.privateKeyPkcs8Pem())));
        assertFalse(CertificateFile.isUsable(file(root.certificatePem().substring(0, 200))));
        assertTrue(CertificateFile.isUsable(file(root.certificatePem())));
    }

    @Test
    void hugeFileIsNotUsable() throws Exception {
        Path file = file(root.certificatePem());
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        assertFalse(CertificateFile.isUsable(file));
    }
}
