package app.forecourt.testing;

import java.util.Locale;
import okhttp3.tls.HeldCertificate;

/** Certificates of tests. OkHttp writes their times with the digits of the system, which no reader takes. */
public final class TestCertificates {
    private TestCertificates() {}

    /** Creates a certificate. */
    public static synchronized HeldCertificate build(HeldCertificate.Builder certificate) {
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        try {
            return certificate.build();
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, format);
        }
    }
}
