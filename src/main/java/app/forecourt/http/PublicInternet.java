package app.forecourt.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are on the public internet: not this computer, not the office's network, not what a data centre keeps
 * for itself (169.254.169.254), no multicast.
 *
 * <p>
 * Source: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890). Of IPv6 only what is handed out at all
 * (2000::/3) counts, and addresses that an IPv4 address is written into are judged by that.
 */
final class PublicInternet {
    private static final int IPV4_BYTES = 4;
    private static final List<Block> SPECIAL = blocks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
            "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final Block HANDED_OUT = Block.of("2000::/3");
    /** By what networks without IPv4 reach those that have nothing else. Mapped ones may come from a look-up. */
    private static final List<Block> IPV4_WITHIN = List.of(Block.of("64:ff9b::/96"),
            new Block(16, 96, BigInteger.valueOf(0xffff)));

    private PublicInternet() {}

    /** A range of addresses: those of so many bytes that begin with these bits. */
    private record Block(int bytes, int bits, BigInteger prefix) {

        static Block of(String written) {
            int slash = written.indexOf('/');
            byte[] first = InetAddress.ofLiteral(written.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(written.substring(slash + 1));
            return new Block(first.length, bits, beginning(first, bits));
        }

        boolean holds(byte[] address) {
            return address.length == bytes && beginning(address, bits).equals(prefix);
        }

        private static BigInteger beginning(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }

    /** Whether an address is on it. */
    static boolean has(InetAddress address) {
        return has(address.getAddress());
    }

    private static boolean has(byte[] address) {
        if (IPV4_WITHIN.stream().anyMatch(block -> block.holds(address))) {
            return has(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return (address.length == IPV4_BYTES || HANDED_OUT.holds(address))
                && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written).map(Block::of).toList();
    }
}
