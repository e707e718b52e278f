package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;
import app.forecourt.http.HttpClients.Timeouts;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestCertificates;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for 127.0.0.1, and clients that trust its issuer as the public does. */
final class TestCertificate {
    private final HeldCertificate root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
    final HeldCertificate held =
            TestCertificates.build(new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1"));

    HttpClients trusting() {
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(root.certificate())
                .build();
        Duration limit = LongWait.LIMIT;
        return new HttpClients(
                "test",
                new Timeouts(limit, limit, limit),
                builder ->
                        builder.proxy(Proxy.NO_PROXY).sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()));
    }
}
