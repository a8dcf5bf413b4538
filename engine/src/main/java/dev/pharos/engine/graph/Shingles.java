package dev.pharos.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;

/// The runs of five words in a text, as numbers: two texts that share most of them say the same
/// (Broder, "On the resemblance and containment of documents", 1997). Case, punctuation and layout
/// do not matter; of scripts without blanks each character is a word.
///
/// Of a long text only the smallest [#SKETCH] numbers are kept. As the numbers are as good as drawn
/// by lot, the share that two such sketches have in common tells that of the texts, to within about
/// four hundredths.
public final class Shingles {
    private static final int LENGTH = 5;
    private static final int SKETCH = 128;

    /// So many of the smallest numbers are looked at for what could be alike: two sources of which
    /// half is the same share none of them once in 65,000 times.
    private static final int FIRST = 16;

    /// The greatest share of two texts that are not the same.
    private static final double ALL_BUT = 0.99;

    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+");

    private long[] smallest = new long[0];
    private final long[] last = new long[LENGTH];
    private int words;
    private long digest;

    /// Tells a whole text from others: all of its words, in their order.
    record Whole(int words, long digest) {}

    /// Goes on with the next piece of the text.
    void add(CharSequence text) {
        var found = WORD.matcher(text);
        while (found.find()) {
            long word = mixed(found.group().toLowerCase(Locale.ROOT));
            digest = mixed(31 * digest + word);
            last[words++ % LENGTH] = word;
            if (words >= LENGTH) {
                keep();
            }
        }
    }

    private void keep() {
        long shingle = 0;
        for (int i = 0; i < LENGTH; i++) {
            shingle = mixed(31 * shingle + last[(words + i) % LENGTH]);
        }
        int at = Arrays.binarySearch(smallest, shingle);
        if (at < 0 && -at - 1 < SKETCH) {
            insert(-at - 1, shingle);
        }
    }

    private void insert(int at, long shingle) {
        var more = Arrays.copyOf(smallest, Math.min(SKETCH, smallest.length + 1));
        System.arraycopy(smallest, at, more, at + 1, more.length - at - 1);
        more[at] = shingle;
        smallest = more;
    }

    private static long mixed(String word) {
        long hash = 0xcbf29ce484222325L;
        PrimitiveIterator.OfInt points = word.codePoints().iterator();
        while (points.hasNext()) {
            hash = (hash ^ points.nextInt()) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mixed(long bits) {
        long first = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ first >>> 27) * 0x94d049bb133111ebL;
        return second ^ second >>> 31;
    }

    /// Less than make a run.
    boolean few() {
        return words < LENGTH;
    }

    Whole whole() {
        return new Whole(words, digest);
    }

    /// By which texts that are alike are found.
    long[] first() {
        return Arrays.copyOf(smallest, Math.min(FIRST, smallest.length));
    }

    /// How much of two texts together is in both, 0…1; 0 where one of them has less than five
    /// words, and 1 only where both have the same words in the same order.
    static double resemblance(Shingles one, Shingles other) {
        if (one.few() || other.few()) {
            return 0;
        }
        return one.whole().equals(other.whole())
                ? 1
                : Math.min(ALL_BUT, resemblance(one.smallest, other.smallest));
    }

    /// The same of two sketches, 0 where one of them is empty.
    public static double resemblance(long[] one, long[] other) {
        int i = 0;
        int j = 0;
        int all = 0;
        int both = 0;
        while (i < one.length && j < other.length && all < SKETCH) {
            all++;
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        if (one.length == 0 || other.length == 0) {
            return 0;
        }
        int more = Math.min(SKETCH - all, one.length - i + other.length - j);
        return (double) both / (all + Math.max(0, more));
    }

    /// The smallest numbers of a text, ascending.
    public static long[] sketchOf(CharSequence text) {
        var shingles = new Shingles();
        shingles.add(text);
        return shingles.smallest;
    }
}
