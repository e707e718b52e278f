package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.http.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** Classifier of I/O exceptions by cause. */
final class FailureClassifier {
    private FailureClassifier() {}

    /** Classifies a failure before the first byte of the request was written. */
    static Cause beforeSending(IOException failure) {
        return switch (failure) {
            case ProxyException proxy -> of(proxy);
            case UnknownHostException _ -> Cause.NO_SUCH_HOST;
            case SSLException _,UnknownServiceException _ -> Cause.TLS;
            case InterruptedIOException _ -> Cause.TIMEOUT;
            default -> Cause.UNREACHABLE;
        };
    }

    private static Cause of(ProxyException proxy) {
        return switch (proxy.fault()) {
            case UNUSABLE -> Cause.BAD_PROXY;
            case WANTS_PASSWORD -> Cause.PROXY_PASSWORD;
        };
    }

    /** Classifies a failure after the request was begun: there is no response. */
    static Cause afterSending(IOException failure) {
        return switch (failure) {
            case InterruptedIOException _ -> Cause.TIMEOUT;
            // OkHttp also throws this at a 407 without a proxy and at a 204 with a body.
            case ProtocolException _ -> Cause.SERVER_ERROR;
            default -> Cause.BROKEN;
        };
    }

    /** Classifies a failure while the body was read: there is a response, but its body is incomplete. */
    static Cause inBody(IOException failure) {
        return failure instanceof InterruptedIOException ? Cause.TIMEOUT : Cause.UNREADABLE;
    }
}
