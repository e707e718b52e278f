package app.forecourt.http;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * The targets that an {@link UntrustedGet} may request.
 *
 * @param plainHttp whether {@code http} is allowed besides {@code https}
 * @param addresses accepts the IP addresses that a connection may be made to
 */
public record AllowedTargets(boolean plainHttp, Predicate<InetAddress> addresses) {
    /** Only https to the public internet. */
    public static final AllowedTargets PUBLIC = new AllowedTargets(false, PublicInternet::contains);
}
