package app.forecourt.photo.store;

import app.forecourt.http.ProxyException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The classification of failed connections, which is the same for all protocols. */
final class NetworkFaults {
    private NetworkFaults() {}

    /** Returns the fault of a failed connection. */
    static StoreFault of(@Nullable Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> StoreFault.UNKNOWN_HOST;
            case ConnectException _, NoRouteToHostException _, ProxyException _ -> StoreFault.OFFLINE;
            case InterruptedIOException _ -> StoreFault.TIMEOUT;
            // A connection that ends during the handshake says nothing about the certificate.
            case SSLException tls when isCut(tls) -> StoreFault.BROKEN;
            case SSLException _, UnknownServiceException _ -> StoreFault.NOT_SECURE;
            // Commons Net wraps the time limit of the greeting.
            case IOException wrapper when wrapper.getCause() instanceof InterruptedIOException -> StoreFault.TIMEOUT;
            case null, default -> StoreFault.BROKEN;
        };
    }

    static StoreException exception(IOException failure) {
        return new StoreException(of(failure), "");
    }

    private static boolean isCut(SSLException failure) {
        return failure.getCause() instanceof EOFException || failure.getCause() instanceof SocketException;
    }
}
