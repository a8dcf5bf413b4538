package dev.pharos.engine.summary;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.library.Place;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What a source says, in its own words, or in those of a language model that were held to them.
/// Every line leads back to where it stands. Immutable.
///
/// @param title what it is about; null where it says nothing
/// @param language ISO 639-1 code of the main language, or `und`
/// @param overview two or three sentences that tell most of the whole, in their order
/// @param topics in their order; one alone where the text is too short for more
/// @param points further sentences that tell much, in their order
/// @param decisions what was agreed, beside it how where it was proposed before
/// @param questions what was asked and left open
/// @param actions what somebody is to do
/// @param phrases best first
/// @param tags best first; those that the library has already before new ones
/// @param words of the whole material
/// @param readingTime of the whole material at the usual pace of its language
/// @param confidence 0 to 1: the product of how sure the recogniser was of the lines that were
///   chosen, how much of the material is like one of them, and how much there was to choose from; 0
///   where nothing was. Of what a language model wrote the share of lines that are proved
public record Summary(
        @Nullable String title,
        String language,
        List<Line> overview,
        List<Section> topics,
        List<Line> points,
        List<Line> decisions,
        List<Line> questions,
        List<Action> actions,
        List<KeyPhrase> phrases,
        List<String> tags,
        int words,
        Duration readingTime,
        Complexity complexity,
        double confidence) {

    /// A sentence as it was said or written, or one that a language model wrote of such.
    ///
    /// @param text without fillers, else word for word
    /// @param speaker null where nobody is named
    /// @param words the same as they stand in the source, fillers and all
    /// @param written null where it is a sentence of the source
    /// @param beside what has to be read with it: of something proposed how it was accepted, which
    ///   stands behind it in the source; of `I will order it` the sentence before it. Null where it
    ///   stands for itself
    public record Line(
            String text,
            @Nullable String speaker,
            Place place,
            Anchor words,
            @Nullable Written written,
            @Nullable Line beside) {

        /// A sentence of the source.
        public Line(String text, @Nullable String speaker, Place place, Anchor words) {
            this(text, speaker, place, words, null);
        }

        /// A line that stands for itself.
        public Line(
                String text,
                @Nullable String speaker,
                Place place,
                Anchor words,
                @Nullable Written written) {
            this(text, speaker, place, words, written, null);
        }

        /// With the sentence that stands right behind it in the source.
        Line and(Line next) {
            var to = next.place();
            int gap = Math.max(0, to.startOffset() - place.endOffset());
            String between = words.after().substring(0, Math.min(gap, words.after().length()));
            return new Line(
                    text + " " + next.text(),
                    speaker,
                    new Place(
                            place.page(),
                            place.heading(),
                            place.paragraph(),
                            place.startMs(),
                            to.endMs(),
                            place.startOffset(),
                            to.endOffset()),
                    new Anchor(
                            words.quote() + between + next.words().quote(),
                            words.before(),
                            next.words().after()),
                    written,
                    beside);
        }

        /// The same with what has to be read with it.
        Line with(@Nullable Line other) {
            return new Line(text, speaker, place, words, written, other);
        }
    }

    /// That a line was written by a language model, and what the source says to it.
    ///
    /// @param places of the sentences that prove it; of those that it names where they do not; none
    ///   where it names none
    /// @param doubt why it is not proved, or null where it is
    /// @param there the sentence among them that comes nearest, with who says it, for whoever wants
    ///   to compare; null where there is no doubt or nothing to compare
    public record Written(List<Place> places, @Nullable Doubt doubt, @Nullable String there) {
        public Written {
            places = List.copyOf(places);
        }
    }

    /// A topic.
    ///
    /// @param heading what it speaks of more than the others do; null where no words stand for it
    /// @param place from its first to its last sentence
    /// @param lines in their order; may be none
    public record Section(@Nullable String heading, Place place, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// What somebody is to do.
    ///
    /// @param person who, by name, or as the speaker is called; null where nobody is named
    /// @param due by when, as it is said; null where nothing is said
    /// @param day which day that is; null where it is not known when this was said
    public record Action(
            Line line, @Nullable String person, @Nullable String due, @Nullable LocalDate day) {}

    /// How hard a text is to read: LIX (Björnsson 1968), words a sentence and the percentage of
    /// words of more than six letters added up; below 38 for beginners, from 52 for the advanced.
    /// German and Russian words are longer, which is made up for.
    public enum Complexity {
        BEGINNER,
        INTERMEDIATE,
        ADVANCED;

        /// The lower-case name, as JSON has it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Summary {
        overview = List.copyOf(overview);
        topics = List.copyOf(topics);
        points = List.copyOf(points);
        decisions = List.copyOf(decisions);
        questions = List.copyOf(questions);
        actions = List.copyOf(actions);
        phrases = List.copyOf(phrases);
        tags = List.copyOf(tags);
    }
}
