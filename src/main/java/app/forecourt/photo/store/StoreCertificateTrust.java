package app.forecourt.photo.store;

import app.forecourt.http.TrustedAuthorities;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * TLS to a store. A certificate is valid if the computer trusts it for this host, or if the user accepted it by its
 * fingerprint. Web space often has a certificate that is signed by itself, or that names the provider's host. An
 * expired certificate is never valid, unless the computer trusts it.
 */
final class StoreCertificateTrust implements X509TrustManager, HostnameVerifier {
    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    private final String host;
    private final int port;
    private final HostIdentities identities;
    private final X509TrustManager usualTrust;
    private final HostnameVerifier usualNames;
    private volatile @Nullable HostIdentity unaccepted;

    /** @param client has the trust of the computer */
    StoreCertificateTrust(String host, int port, HostIdentities identities, OkHttpClient client) {
        this.host = host;
        this.port = port;
        this.identities = identities;
        this.usualTrust = Objects.requireNonNull(client.x509TrustManager());
        this.usualNames = client.hostnameVerifier();
    }

    /**
     * Returns a context that resumes sessions by their ids. By default Java asks for session tickets instead, and
     * discards those of vsftpd because they never expire. Java has a system property for this alone, and reads it when
     * a context is created. Another context that is created at that moment resumes by ids too, which is as good.
     */
    SSLContext contextWithSessionIds() {
        synchronized (StoreCertificateTrust.class) {
            String before = System.setProperty(TICKETS, "false");
            try {
                SSLContext context = TrustedAuthorities.context(this);
                context.getClientSessionContext();
                return context;
            } finally {
                if (before == null) {
                    System.clearProperty(TICKETS);
                } else {
                    System.setProperty(TICKETS, before);
                }
            }
        }
    }

    /** Returns the exception for a failed connection: about the identity, if that was the reason. */
    StoreException exception(IOException failure) {
        HostIdentity shown = unaccepted;
        unaccepted = null;
        return shown == null ? NetworkFaults.exception(failure) : StoreException.unaccepted(shown, identities);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            usualTrust.checkServerTrusted(chain, authType);
        } catch (CertificateException untrusted) {
            chain[0].checkValidity();
            if (!isAccepted(chain[0])) {
                throw untrusted;
            }
        }
    }

    @Override
    public boolean verify(String name, SSLSession session) {
        if (usualNames.verify(name, session)) {
            return true;
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain[0] instanceof X509Certificate certificate && isAccepted(certificate);
        } catch (SSLPeerUnverifiedException | CertificateException e) {
            return false;
        }
    }

    private boolean isAccepted(X509Certificate certificate) throws CertificateException {
        HostIdentity shown;
        try {
            shown = HostIdentity.ofCertificate(host, port, certificate);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
        if (identities.isAccepted(shown)) {
            return true;
        }
        unaccepted = shown;
        return false;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a store is no client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usualTrust.getAcceptedIssuers();
    }
}
