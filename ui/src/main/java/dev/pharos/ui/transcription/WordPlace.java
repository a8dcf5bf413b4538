package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a word stands in a transcript.
///
/// @param segment index
/// @param word index in the segment, -1 for no word of it
public record WordPlace(int segment, int word) implements Comparable<WordPlace> {

    /// A word is shown as spoken this much longer than it sounds, so that short gaps do not
    /// flicker.
    private static final long LINGER_MS = 400;

    @Override
    public int compareTo(WordPlace other) {
        return Comparator.comparingInt(WordPlace::segment)
                .thenComparingInt(WordPlace::word)
                .compare(this, other);
    }

    /// What is heard at a moment: the segment that began last, and its word, if one sounds. Null
    /// before the first segment.
    public static @Nullable WordPlace at(Transcript transcript, long ms) {
        var segments = transcript.segments();
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).startMs() <= ms) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : new WordPlace(low - 1, word(segments.get(low - 1), ms));
    }

    private static int word(Segment segment, long ms) {
        int last = -1;
        var words = segment.words();
        for (int i = 0; i < words.size() && words.get(i).startMs() <= ms; i++) {
            last = i;
        }
        return last >= 0 && ms < words.get(last).endMs() + LINGER_MS ? last : -1;
    }

    /// The words worth a second look, in order.
    public static List<WordPlace> doubtful(Transcript transcript) {
        var places = new ArrayList<WordPlace>();
        for (int i = 0; i < transcript.segments().size(); i++) {
            List<Word> words = transcript.segments().get(i).words();
            for (int j = 0; j < words.size(); j++) {
                if (words.get(j).doubtful()) {
                    places.add(new WordPlace(i, j));
                }
            }
        }
        return places;
    }
}
