package dev.pharos.models.research;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// What a page may be read from.
///
/// @param addresses decides on what a name stands for, not on the name
record Reach(Predicate<InetAddress> addresses, IntPredicate ports) {

    /// The open web: nothing on this machine, in its network, or set aside for other ends (IANA's
    /// registries of special-purpose addresses, RFC 6890).
    static final Reach OPEN_WEB = new Reach(Reach::open, port -> port == 80 || port == 443);

    private static final List<Block> SPECIAL_4 =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.88.99.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 4),
                    Block.of("240.0.0.0", 4));

    /// All that is given out today; what is not in here is no page's address.
    private static final Block GLOBAL_6 = Block.of("2000::", 3);

    /// Among them what stands for other addresses (Teredo, 6to4), or for none.
    private static final List<Block> SPECIAL_6 =
            List.of(
                    Block.of("2001::", 23),
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16),
                    Block.of("3fff::", 20));

    /// What a network without IPv4 puts before an address of that (RFC 6052).
    private static final Block TRANSLATED = Block.of("64:ff9b::", 96);

    private record Block(byte[] start, int bits) {
        static Block of(String start, int bits) {
            return new Block(InetAddress.ofLiteral(start).getAddress(), bits);
        }

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = 0xff00 >> bits % Byte.SIZE & 0xff;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == 0 || ((address[whole] ^ start[whole]) & rest) == 0);
        }
    }

    private static boolean open(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> open4(bytes);
            case Inet6Address _ ->
                    TRANSLATED.has(bytes)
                            ? open4(Arrays.copyOfRange(bytes, 12, 16))
                            : GLOBAL_6.has(bytes)
                                    && SPECIAL_6.stream().noneMatch(block -> block.has(bytes));
            default -> false;
        };
    }

    private static boolean open4(byte[] bytes) {
        return SPECIAL_4.stream().noneMatch(block -> block.has(bytes));
    }
}
