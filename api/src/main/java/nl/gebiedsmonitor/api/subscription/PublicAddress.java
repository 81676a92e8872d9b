package nl.gebiedsmonitor.api.subscription;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet, by the special-purpose registries of IANA (RFC 6890). An IPv4 address
 * inside an IPv6 one (mapped, NAT64, 6to4) counts as the IPv4 address that it leads to.
 */
final class PublicAddress {

    private static final List<Network> NOT_PUBLIC_V4 = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("169.254.0.0", 16),
            Network.of("172.16.0.0", 12),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("192.168.0.0", 16),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 4),
            Network.of("240.0.0.0", 4));

    /** Of IPv6, only this is given out to the public, and not all of it. */
    private static final Network GLOBAL_V6 = Network.of("2000::", 3);

    private static final List<Network> NOT_PUBLIC_V6 =
            List.of(Network.of("2001::", 23), Network.of("2001:db8::", 32), Network.of("3fff::", 20));

    private static final Network NAT64 = Network.of("64:ff9b::", 96);
    private static final Network SIX_TO_FOUR = Network.of("2002::", 16);
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicV4(bytes);
        }
        if (Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length) || NAT64.holds(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        return GLOBAL_V6.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.holds(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        return NOT_PUBLIC_V4.stream().noneMatch(network -> network.holds(bytes));
    }

    /** All addresses that begin with the same bits. */
    private record Network(InetAddress start, int bits) {

        static Network of(String start, int bits) {
            try {
                return new Network(InetAddress.getByName(start), bits);
            } catch (UnknownHostException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }

        boolean holds(byte[] address) {
            byte[] first = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                if (((first[bit / 8] ^ address[bit / 8]) & (0x80 >> bit % 8)) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
