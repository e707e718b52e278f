package app.forecourt.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * A DNS that returns addresses only if a connection to each of them is allowed. OkHttp connects to the very addresses
 * checked here, so a name that resolves differently next time gains nothing. OkHttp does not call a DNS for a host
 * written as a number. Callers must look up such a host here first.
 */
record FilteringDns(Dns names, UntrustedGet.Targets targets) implements Dns {
    /** An IPv4 address in any notation. */
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    /** @throws BlockedTargetException if no request to the host is allowed */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(host);
        // Java reads 0177.0.0.1 as 177.0.0.1, but most proxies read it as 127.0.0.1.
        boolean ambiguous = NUMBER.matcher(host).matches()
                && !addresses.getFirst().getHostAddress().equals(host);
        if (ambiguous || !addresses.stream().allMatch(targets.addresses())) {
            throw new BlockedTargetException(BlockedTargetException.Fault.PRIVATE);
        }
        return addresses;
    }
}
