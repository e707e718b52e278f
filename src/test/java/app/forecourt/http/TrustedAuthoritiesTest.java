package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.testing.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test of when the authorities of the system are read, and of sources that can't be read. */
class TrustedAuthoritiesTest {
    private static final HeldCertificate ROOT = TestCertificates.authority();

    @TempDir
    Path folder;

    private static void check(TrustedAuthorities trust, X509Certificate certificate) throws CertificateException {
        trust.checkServerTrusted(new X509Certificate[] {certificate}, "ECDHE_ECDSA");
    }

    @Test
    void systemIsReadOnceAfterTheFirstRefusal() throws Exception {
        Path bundle = folder.resolve("bundle.pem");
        Path damaged = Files.writeString(
                folder.resolve("damaged.pem"), ROOT.certificatePem().substring(0, 300));
        X509Certificate made = TestCertificates.build(new HeldCertificate.Builder().signedBy(ROOT))
                .certificate();
        var trust = new TrustedAuthorities(List.of("No-Such-Type", damaged.toString(), bundle.toString()));
        X509Certificate ofJava = Stream.of(trust.getAcceptedIssuers())
                .filter(each -> each.getNotAfter().after(new Date()))
                .findFirst()
                .orElseThrow();

        check(trust, ofJava);
        Files.writeString(bundle, ROOT.certificatePem());
        check(trust, made);
        Files.delete(bundle);
        assertThrows(
                CertificateException.class,
                () -> check(trust, TestCertificates.authority().certificate()));
        check(trust, made);
        check(trust, ofJava);
    }
}
