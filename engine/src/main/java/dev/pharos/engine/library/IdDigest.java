package dev.pharos.engine.library;

/// Tells one set of ids from another without having both in memory: how many they are, and two sums
/// over them. Equal sets have equal digests; that different ones have is as good as impossible.
///
/// @param scattered the sum of `id · 48271 mod (2³¹ - 1)`, the step of a random generator (Park and
///   Miller, 1993), so that what has the same sum has not the same of these
public record IdDigest(long count, long sum, long scattered) {
    /// The same in SQL, of a column that is put in for `%s`.
    public static final String SQL =
            "count(*), coalesce(sum(%1$s), 0), coalesce(sum(%1$s * 48271 %% 2147483647), 0)";

    public static IdDigest of(long[] ids) {
        long sum = 0;
        long scattered = 0;
        for (long id : ids) {
            sum += id;
            scattered += id * 48_271 % Integer.MAX_VALUE;
        }
        return new IdDigest(ids.length, sum, scattered);
    }
}
