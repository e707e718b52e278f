package app.forecourt.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;

/**
 * The trusted certificate authorities: those of Java, and after the first refusal those of the operating system too.
 * Virus scanners and proxies of offices add their own authority to the system alone. The names of hosts are verified by
 * those who connect.
 */
public final class TrustedAuthorities implements X509TrustManager {
    /** The authorities of this computer. */
    public static final TrustedAuthorities OF_COMPUTER = new TrustedAuthorities(List.of(
            // Windows: those of the user, which include those of the computer.
            "Windows-ROOT",
            // macOS: its own, and added ones.
            "KeychainStore-ROOT",
            "KeychainStore",
            // Debian and Arch, Fedora and Red Hat, SUSE.
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/ca-bundle.pem"));

    private List<String> unread;
    private volatile X509TrustManager trusted = ofJava().build().trustManager();

    /** @param sources where the system may have authorities: types of key stores, and absolute paths of PEM files */
    public TrustedAuthorities(List<String> sources) {
        unread = sources;
    }

    private static HandshakeCertificates.Builder ofJava() {
        return new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
    }

    /** Returns a context in which a trust manager decides about the servers. */
    public static SSLContext context(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            trusted.checkServerTrusted(chain, authType);
        } catch (CertificateException refused) {
            readSystem();
            trusted.checkServerTrusted(chain, authType);
        }
    }

    private synchronized void readSystem() {
        if (unread.isEmpty()) {
            return;
        }
        var all = ofJava();
        for (String source : unread) {
            try {
                read(source, all);
            } catch (GeneralSecurityException | IOException none) {
                // Another system has this source, or it is damaged.
            }
        }
        trusted = all.build().trustManager();
        unread = List.of();
    }

    private static void read(String source, HandshakeCertificates.Builder target)
            throws GeneralSecurityException, IOException {
        Path file = Path.of(source);
        // A path without a drive is not absolute on Windows, where any user could create such a file.
        if (file.isAbsolute()) {
            var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                target.addTrustedCertificate((X509Certificate) authority);
            }
        } else {
            KeyStore store = KeyStore.getInstance(source);
            store.load(null, null);
            for (TrustAnchor authority : new PKIXParameters(store).getTrustAnchors()) {
                target.addTrustedCertificate(authority.getTrustedCert());
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client is expected");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.getAcceptedIssuers();
    }
}
