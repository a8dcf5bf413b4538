package dev.pharos.engine.library;

/// Tells one set of ids from another without having both in memory: how many they are, and two sums
/// over them. Equal sets have equal digests; that different ones have is as good as impossible.
///
/// @param scattered the sum of what multiplication by 2654435761, modulo 2³² (Knuth, 1973), makes
///   of each, its upper half times its lower one: nothing that follows from the other two
public record IdDigest(long count, long sum, long scattered) {
    private static final long FACTOR = 2_654_435_761L;

    /// The same in SQL, of a column that is put in for `%s`.
    public static final String SQL =
            "count(*), coalesce(sum(%1$s), 0), coalesce(sum("
                    + "((%1$s * 2654435761 & 4294967295) >> 16) * (%1$s * 2654435761 & 65535)), 0)";

    public static IdDigest of(long... ids) {
        long sum = 0;
        long scattered = 0;
        for (long id : ids) {
            sum += id;
            scattered += ((id * FACTOR & 0xFFFF_FFFFL) >> 16) * (id * FACTOR & 0xFFFF);
        }
        return new IdDigest(ids.length, sum, scattered);
    }
}
