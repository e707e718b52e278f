package app.forecourt.register;

import app.forecourt.http.ProxyException;
import app.forecourt.http.TooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** Why the register told nothing. */
public enum PlateQueryFailure {
    /** It can't be reached from here, or the connection broke. */
    OFFLINE,
    /** No secure connection could be made. */
    NOT_SECURE,
    /** No answer in time. */
    TIMEOUT,
    /** The proxy of the settings can't be used. */
    BAD_PROXY,
    /** The proxy wants a name and a password. */
    PROXY_PASSWORD,
    /** It had a failure of its own, or refuses to tell (any status that is neither 200 nor 429). */
    REFUSED,
    /** The answer is not what a register answers: a web page, or rows of another plate. */
    UNREADABLE,
    /** The answer is far larger than what is known of a car. */
    TOO_LARGE,
    /** The register's address may not be used. */
    BAD_ADDRESS,
    /** Somebody stopped asking. */
    STOPPED;

    static PlateQueryFailure of(IOException failure) {
        return switch (failure) {
            case ProxyException proxy -> switch (proxy.fault()) {
                case UNUSABLE -> BAD_PROXY;
                case WANTS_PASSWORD -> PROXY_PASSWORD;
            };
            case TooLargeException _ -> TOO_LARGE;
            case SSLException _,UnknownServiceException _ -> NOT_SECURE;
            case InterruptedIOException _ -> TIMEOUT;
            case ProtocolException _ -> UNREADABLE;
            default -> OFFLINE;
        };
    }
}
