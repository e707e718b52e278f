package app.forecourt.photo;

import app.forecourt.http.BlockedTargetException;
import app.forecourt.http.ProxyException;
import app.forecourt.http.TooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** Why a photo can't be shown. */
public enum PhotoError {
    /** No web address, or one that leads to none. */
    NOT_AN_ADDRESS,
    /** Not https. */
    NOT_HTTPS,
    /** A user name or password in the address. */
    HAS_USER,
    /** Its host is this computer or within a private network, from where AutoChat can't get it either. */
    PRIVATE,
    /** Sent on and on. */
    TOO_MANY_REDIRECTS,
    /** No such host. */
    NO_HOST,
    /** There is nothing at that address (404, 410). */
    GONE,
    /** The host does not give it (any other status but 200). */
    REFUSED,
    /** The host can't be reached, or the connection broke. */
    OFFLINE,
    /** No secure connection could be made. */
    NOT_SECURE,
    /** Not there in time. */
    TIMEOUT,
    /** The proxy of the settings can't be used. */
    BAD_PROXY,
    /** The proxy wants a name and a password. */
    PROXY_PASSWORD,
    /** A larger file than {@link Thumbnail#MOST_BYTES}. */
    TOO_LARGE,
    /** More pixels than {@link Thumbnail#MOST_PIXELS}, or a longer side than {@link Thumbnail#LONGEST_SIDE}. */
    TOO_MANY_PIXELS,
    /** No picture. */
    NOT_A_PICTURE,
    /** A picture of a kind that is not shown here, such as WebP, AVIF or HEIC; AutoChat may take it. */
    OTHER_KIND,
    /** A picture that can't be read. */
    DAMAGED,
    /** Somebody stopped it. */
    STOPPED;

    /** Whether it says nothing of the photo, and the next try may show it. */
    public boolean isPassing() {
        return switch (this) {
            case OFFLINE, TIMEOUT, BAD_PROXY, PROXY_PASSWORD, STOPPED, OTHER_KIND -> true;
            default -> false;
        };
    }

    static PhotoError of(BlockedTargetException.Fault fault) {
        return switch (fault) {
            case NOT_AN_ADDRESS -> NOT_AN_ADDRESS;
            case NOT_HTTPS -> NOT_HTTPS;
            case HAS_USER -> HAS_USER;
            case PRIVATE -> PRIVATE;
            case TOO_MANY_REDIRECTS -> TOO_MANY_REDIRECTS;
        };
    }

    static PhotoError of(IOException failure) {
        return switch (failure) {
            case BlockedTargetException ours -> of(ours.fault());
            case ProxyException proxy -> switch (proxy.fault()) {
                case UNUSABLE -> BAD_PROXY;
                case WANTS_PASSWORD -> PROXY_PASSWORD;
            };
            case TooLargeException _ -> TOO_LARGE;
            case UnknownHostException _ -> NO_HOST;
            case SSLException _,UnknownServiceException _ -> NOT_SECURE;
            case InterruptedIOException _ -> TIMEOUT;
            default -> OFFLINE;
        };
    }
}
