package dev.pharos.engine.answer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One sentence of an answer: proved by what it cites, or marked with why it is not.
///
/// @param text in one line, without markers
/// @param markers of its citations, in order. One that says what its citations do not
///   ([Doubt.Reason#NOT_SAID], [Doubt.Reason#TURNED]) has them too, so that its reader can look;
///   all others that are in doubt have none.
/// @param doubt why it is not proved, or null where it is
/// @param cell where it stands in the answer's table, or null outside of one
public record AnswerSentence(
        String text, List<Integer> markers, @Nullable Doubt doubt, @Nullable Cell cell) {

    /// Where a sentence stands in [Answer.Table]: indexes from 0. A cell may have several
    /// sentences.
    public record Cell(int row, int column) {}

    /// Why a sentence of a language model is not proved.
    ///
    /// @param missing the numbers and names that the cited words do not have, as the sentence
    ///   writes them ([Reason#NOT_SAID]), those few words ([Reason#REWORDED]), the *not*
    ///   ([Reason#TURNED]), or what is said of another ([Reason#ELSEWHERE]); else empty
    public record Doubt(Reason reason, List<String> missing) {

        /// What is wrong.
        public enum Reason {
            /// It cites nothing, or nothing that it was given.
            UNCITED,
            /// A number or a name in it does not stand in what it cites, or most of it does not.
            NOT_SAID,
            /// All is said there but for a few words that are neither names nor numbers: it says it
            /// in words of its own, or says something else.
            REWORDED,
            /// It denies what it cites, or says what that denies.
            TURNED,
            /// It is far in meaning from everything that it cites.
            FAR,
            /// It says as done or true what is only asked, wished or planned there.
            WISHED,
            /// It says of one what is said there of another.
            ELSEWHERE,
            /// Nobody decides it there.
            UNDECIDED,
            /// It is in another language than what it cites, and cannot be held to words.
            UNCHECKED
        }

        public Doubt {
            missing = List.copyOf(missing);
        }
    }

    /// @throws IllegalArgumentException for a sentence that is neither proved nor in doubt
    public AnswerSentence {
        markers = List.copyOf(markers);
        if (markers.isEmpty() && doubt == null) {
            throw new IllegalArgumentException("without proof and without doubt: " + text);
        }
    }

    public boolean proved() {
        return doubt == null;
    }

    /// The words with their markers: `… [1] [2]`, and `[?]` behind one that is not proved.
    public String marked() {
        return markedAs(text);
    }

    /// The same with the words written otherwise, such as in Markdown.
    public String markedAs(String words) {
        var marked = new StringBuilder(words);
        markers.forEach(marker -> marked.append(" [").append(marker).append(']'));
        return (proved() ? marked : marked.append(" [?]")).toString();
    }
}
