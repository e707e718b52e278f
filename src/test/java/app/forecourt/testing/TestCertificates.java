package app.forecourt.testing;

import app.forecourt.http.TrustedAuthorities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import okhttp3.tls.HeldCertificate;

/** Certificates of tests. OkHttp writes their times with the digits of the system, which no reader takes. */
public final class TestCertificates {
    private TestCertificates() {}

    /** Creates a certificate authority. */
    public static HeldCertificate authority() {
        return build(new HeldCertificate.Builder().certificateAuthority(0));
    }

    /** Returns the trust of a computer whose system has an authority, in a file in a folder. */
    public static TrustedAuthorities ofSystem(HeldCertificate authority, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.pem"), authority.certificatePem());
        return new TrustedAuthorities(List.of(file.toString()));
    }

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
