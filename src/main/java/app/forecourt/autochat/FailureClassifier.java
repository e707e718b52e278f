package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.http.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** What an exception of the network means in our own words. */
final class FailureClassifier {
    private FailureClassifier() {}

    /** Nothing of the request was written. */
    static Cause beforeDeparture(IOException failure) {
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

    /** The request was under way, and there is no answer. */
    static Cause afterDeparture(IOException failure) {
        return switch (failure) {
            case InterruptedIOException _ -> Cause.TIMEOUT;
            // For OkHttp also a 407 without a proxy, and a 204 that has a body.
            case ProtocolException _ -> Cause.SERVER_ERROR;
            default -> Cause.BROKEN;
        };
    }

    /** There is an answer, but its body is not whole. */
    static Cause inBody(IOException failure) {
        return failure instanceof InterruptedIOException ? Cause.TIMEOUT : Cause.UNREADABLE;
    }
}
