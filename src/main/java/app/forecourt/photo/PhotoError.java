package app.forecourt.photo;

import app.forecourt.http.BlockedTargetException;
import app.forecourt.http.HttpClients.TooLargeException;
import app.forecourt.http.ProxyException;
import app.forecourt.photo.prepare.PhotoFileException;
import app.forecourt.photo.prepare.PictureLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** The reason why a photo can't be shown. */
public enum PhotoError {
    /** The address, or the target of a redirect, is no web address. */
    NOT_AN_ADDRESS,
    /** The address is not https. */
    NOT_HTTPS,
    /** The address holds a user name or password. */
    HAS_USER,
    /** The host is this computer or in a private network, where AutoChat can't fetch the photo either. */
    PRIVATE,
    /** There were too many redirects. */
    TOO_MANY_REDIRECTS,
    /** The host is unknown. */
    NO_HOST,
    /** There is nothing at the address (404, 410). */
    GONE,
    /** The host refused the request (any other status than 200). */
    REFUSED,
    /** The host can't be reached, or the connection broke. */
    OFFLINE,
    /** No secure connection could be made. */
    NOT_SECURE,
    /** The time limit was reached. */
    TIMEOUT,
    /** The proxy of the settings can't be used. */
    BAD_PROXY,
    /** The proxy requires a user name and a password. */
    PROXY_PASSWORD,
    /** The file is larger than {@link PhotoFetch#MOST_BYTES}. */
    TOO_LARGE,
    /** More pixels than {@link PictureLimits#MOST_PIXELS}, or a side longer than {@link PictureLimits#LONGEST_SIDE}. */
    TOO_MANY_PIXELS,
    /** The file is no picture. */
    NOT_A_PICTURE,
    /** The format is not supported here, such as AVIF or HEIC; AutoChat may accept the photo. */
    OTHER_KIND,
    /** The picture can't be decoded. */
    DAMAGED,
    /** The fetch was stopped. */
    STOPPED;

    /** Returns whether the error is not about the photo itself, so that the next try may succeed. */
    public boolean isTransient() {
        return switch (this) {
            case OFFLINE, TIMEOUT, BAD_PROXY, PROXY_PASSWORD, STOPPED, OTHER_KIND -> true;
            default -> false;
        };
    }

    /** Returns the error of the same name as the fault. */
    static PhotoError of(BlockedTargetException.Fault fault) {
        return valueOf(fault.name());
    }

    static PhotoError of(IOException failure) {
        return switch (failure) {
            case BlockedTargetException blocked -> of(blocked.fault());
            case ProxyException proxy ->
                switch (proxy.fault()) {
                    case UNUSABLE -> BAD_PROXY;
                    case WANTS_PASSWORD -> PROXY_PASSWORD;
                };
            case PhotoFileException rejected ->
                switch (rejected.error()) {
                    case NOT_A_PICTURE -> NOT_A_PICTURE;
                    case HEIC, OTHER_FORMAT -> OTHER_KIND;
                    case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
                    default -> DAMAGED;
                };
            case TooLargeException _ -> TOO_LARGE;
            case UnknownHostException _ -> NO_HOST;
            case SSLException _, UnknownServiceException _ -> NOT_SECURE;
            case InterruptedIOException _ -> TIMEOUT;
            default -> OFFLINE;
        };
    }
}
