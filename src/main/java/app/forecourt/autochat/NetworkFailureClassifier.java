package app.forecourt.autochat;

import app.forecourt.http.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** Classifier of I/O exceptions by cause. */
final class NetworkFailureClassifier {
    private NetworkFailureClassifier() {}

    /** Classifies a failure before the first byte of the request was written. */
    static FailureCause beforeSending(IOException failure) {
        return switch (failure) {
            case ProxyException proxy -> of(proxy);
            case UnknownHostException _ -> FailureCause.NO_SUCH_HOST;
            case SSLException _, UnknownServiceException _ -> FailureCause.TLS;
            case InterruptedIOException _ -> FailureCause.TIMEOUT;
            default -> FailureCause.UNREACHABLE;
        };
    }

    private static FailureCause of(ProxyException proxy) {
        return switch (proxy.fault()) {
            case UNUSABLE -> FailureCause.BAD_PROXY;
            case WANTS_PASSWORD -> FailureCause.PROXY_PASSWORD;
        };
    }

    /** Classifies a failure after the request was begun: there is no response. */
    static FailureCause afterSending(IOException failure) {
        return switch (failure) {
            case InterruptedIOException _ -> FailureCause.TIMEOUT;
            // OkHttp also throws this at a 407 without a proxy and at a 204 with a body.
            case ProtocolException _ -> FailureCause.SERVER_ERROR;
            default -> FailureCause.BROKEN;
        };
    }

    /** Classifies a failure while the body was read: there is a response, but its body is incomplete. */
    static FailureCause inBody(IOException failure) {
        return failure instanceof InterruptedIOException ? FailureCause.TIMEOUT : FailureCause.UNREADABLE;
    }
}
