package app.forecourt.register;

import app.forecourt.http.HttpClients.TooLargeException;
import app.forecourt.http.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** The outcome of a plate look-up. */
public sealed interface PlateQueryOutcome {

    /** The register has the plate. */
    record Found(Vehicle vehicle) implements PlateQueryOutcome {}

    /** An outcome without a vehicle. */
    sealed interface NoVehicle extends PlateQueryOutcome {}

    /** The register does not have the plate. */
    record Unknown() implements NoVehicle {}

    /**
     * The register refused a request because of too many requests (429), now or earlier. No request is sent before an
     * earlier limit is over.
     *
     * @param until the end of the limit
     */
    record Limited(Instant until) implements NoVehicle {}

    /**
     * The register returned no vehicle.
     *
     * @param status the HTTP status; 0 if there was no response
     */
    record Failed(Failure failure, int status) implements NoVehicle {}

    /** The reason why the register returned no vehicle. */
    public enum Failure {
        /** The register is unreachable, or the connection broke. */
        OFFLINE,
        /** No secure connection could be made. */
        NOT_SECURE,
        /** The time limit was reached. */
        TIMEOUT,
        /** The proxy of the settings can't be used. */
        BAD_PROXY,
        /** The proxy requires a user name and a password. */
        PROXY_PASSWORD,
        /** The register failed or refused the request (any status other than 200 and 429). */
        REFUSED,
        /** The response is not usable: a web page, or rows of another plate. */
        UNREADABLE,
        /** The response is far larger than the data of a car. */
        TOO_LARGE,
        /** The register's address may not be used. */
        BAD_ADDRESS,
        /** The user stopped the query. */
        STOPPED;

        static Failure of(IOException failure) {
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
}
