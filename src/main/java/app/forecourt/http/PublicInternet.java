package app.forecourt.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The IP addresses on the public internet. Excluded are this computer, local networks, a data centre's internal
 * addresses (169.254.169.254) and multicast.
 *
 * <p>Source: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890). Of IPv6 only the allocated range
 * (2000::/3) counts. An IPv6 address that embeds an IPv4 address is checked by the IPv4 address.
 */
final class PublicInternet {
    private static final int IPV4_BYTES = 4;
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final Block ALLOCATED = Block.of("2000::/3");
    /** NAT64, by which IPv6 networks reach IPv4 hosts, and IPv4-mapped addresses, which a look-up may return. */
    private static final List<Block> IPV4_EMBEDDED =
            List.of(Block.of("64:ff9b::/96"), new Block(16, 96, BigInteger.valueOf(0xffff)));

    private PublicInternet() {}

    /** A range of addresses: all addresses of the given length that begin with the given bits. */
    private record Block(int bytes, int bits, BigInteger prefix) {

        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            byte[] first = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(cidr.substring(slash + 1));
            return new Block(first.length, bits, prefixOf(first, bits));
        }

        boolean holds(byte[] address) {
            return address.length == bytes && prefixOf(address, bits).equals(prefix);
        }

        private static BigInteger prefixOf(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] address) {
        if (IPV4_EMBEDDED.stream().anyMatch(block -> block.holds(address))) {
            return contains(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return (address.length == IPV4_BYTES || ALLOCATED.holds(address))
                && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::of).toList();
    }
}
