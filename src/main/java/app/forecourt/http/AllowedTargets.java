package app.forecourt.http;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * How far into the web a {@link UntrustedGet} may go.
 *
 * @param plainHttp whether {@code http} is taken as well as {@code https}
 * @param addresses where a connection may be made to
 */
public record AllowedTargets(boolean plainHttp, Predicate<InetAddress> addresses) {
    /** By https to the public internet, and nowhere else. */
    public static final AllowedTargets PUBLIC = new AllowedTargets(false, PublicInternet::has);
}
