package app.forecourt.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Looks a host up and gives its addresses only if a connection may be made to every one of them. Who connects gets the
 * very addresses that were looked at, so a name that leads elsewhere the next time gains nothing. OkHttp does not ask it
 * about a host that is written as a number: that has to be looked up here before.
 */
record FilteringDns(Dns names, AllowedTargets reach) implements Dns {
    /** An IPv4 address, in whatever way it is written. */
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    /** @throws OffLimits when the host is one that nothing may be asked of */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        if (NUMBER.matcher(host).matches() && !found.getFirst().getHostAddress().equals(host)) {
            // 0177.0.0.1 is 177.0.0.1 here, and to most proxies 127.0.0.1.
            throw new OffLimits(host);
        }
        if (!found.stream().allMatch(reach.addresses())) {
            throw new OffLimits(host);
        }
        return found;
    }

    /** The host is within a private network. OkHttp lets nothing else through from here than an unknown host. */
    static final class OffLimits extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        private OffLimits(String host) {
            super(host);
        }
    }
}
