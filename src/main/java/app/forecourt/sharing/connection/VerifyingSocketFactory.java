package app.forecourt.sharing.connection;

import app.forecourt.file.CertificateFile;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted sockets to a database. The driver's own check names the reason of a failure only in the computer's
 * language. The exceptions of this check have a {@link ServerFailure}.
 */
public final class VerifyingSocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final boolean checksHost;

    /** A refused certificate. */
    static final class RefusedCertificateException extends CertificateException {
        private static final long serialVersionUID = 1L;

        final ServerFailure failure;

        RefusedCertificateException(ServerFailure failure) {
            super(failure.name());
            this.failure = failure;
        }
    }

    /**
     * Creates a factory. The driver calls this constructor by reflection.
     *
     * @param argument the text of {@link #argument}
     */
    public VerifyingSocketFactory(String argument) throws GeneralSecurityException {
        this(
                Encryption.valueOf(argument.substring(0, argument.indexOf(':'))),
                argument.substring(argument.indexOf(':') + 1));
    }

    private VerifyingSocketFactory(Encryption encryption, String rootCertificate) throws GeneralSecurityException {
        checksHost = encryption == Encryption.VERIFIED;
        TrustManager trust = encryption == Encryption.UNVERIFIED
                ? new TrustingManager(null)
                : new TrustingManager(issuers(rootCertificate));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        factory = context.getSocketFactory();
    }

    /** Returns the argument of a factory for an address. */
    public static String argument(ServerAddress address) {
        return address.encryption() + ":"
                + address.rootCertificate().map(Path::toString).orElse("");
    }

    private static X509ExtendedTrustManager issuers(String rootCertificate) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(rootCertificate.isEmpty() ? null : store(Path.of(rootCertificate)));
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException("no trust manager");
    }

    private static KeyStore store(Path file) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : CertificateFile.read(file)) {
                store.setCertificateEntry("root" + store.size(), certificate);
            }
            return store;
        } catch (IOException | CertificateException unreadable) {
            throw new RefusedCertificateException(ServerFailure.NO_ROOT_CERTIFICATE);
        }
    }

    /** A trust manager that reports the reason of a refusal. Without issuers it accepts each certificate. */
    private static final class TrustingManager extends X509ExtendedTrustManager {
        private static final Set<CertPathValidatorException.Reason> WRONG_TIME =
                Set.of(BasicReason.EXPIRED, BasicReason.NOT_YET_VALID);

        private final @Nullable X509ExtendedTrustManager issuers;

        TrustingManager(@Nullable X509ExtendedTrustManager issuers) {
            this.issuers = issuers;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
            if (issuers != null) {
                try {
                    // With the socket, the check compares the host, too.
                    issuers.checkServerTrusted(chain, type, socket);
                } catch (CertificateException otherHost) {
                    throw new RefusedCertificateException(ServerFailure.CERTIFICATE_OF_OTHER_HOST);
                }
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (issuers != null) {
                try {
                    issuers.checkServerTrusted(chain, type);
                } catch (CertificateException refused) {
                    throw new RefusedCertificateException(
                            isTimeWrong(refused)
                                    ? ServerFailure.EXPIRED_CERTIFICATE
                                    : ServerFailure.UNTRUSTED_CERTIFICATE);
                }
            }
        }

        private static boolean isTimeWrong(Throwable refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateExpiredException
                        || cause instanceof CertificateNotYetValidException
                        || (cause instanceof CertPathValidatorException path
                                && WRONG_TIME.contains(path.getReason()))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return issuers == null ? new X509Certificate[0] : issuers.getAcceptedIssuers();
        }
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, host, port, autoClose);
        if (checksHost) {
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
        }
        return encrypted;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
