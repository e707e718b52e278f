package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of telling public addresses from those of private networks. */
class PublicInternetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:400e::200e",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8"
            })
    void publicAddresses(String address) {
        assertTrue(PublicInternet.contains(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fc00::1",
                "fd00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1"
            })
    void nonPublicAddresses(String address) {
        assertFalse(PublicInternet.contains(InetAddress.ofLiteral(address)));
    }

    /** Java converts a written IPv4-mapped address to IPv4, but not one from a look-up. */
    @Test
    void embeddedIpv4IsCheckedAsIpv4() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        InetAddress inside = Inet6Address.getByAddress("inside", mapped, 0);
        assertEquals(16, inside.getAddress().length);
        assertFalse(PublicInternet.contains(inside));
        mapped[12] = 8;
        assertTrue(PublicInternet.contains(Inet6Address.getByAddress("outside", mapped, 0)));
    }

    /** A proxy may parse these numbers differently. */
    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "134744072", "8.526344", "8.8.8.08"})
    void ambiguousNumbersAreRefused(String host) throws UnknownHostException {
        FilteringDns dns = new FilteringDns(Dns.SYSTEM, UntrustedGet.Targets.PUBLIC);
        assertThrows(BlockedTargetException.class, () -> dns.lookup(host));
        assertEquals(List.of(InetAddress.ofLiteral("8.8.8.8")), dns.lookup("8.8.8.8"));
    }
}
