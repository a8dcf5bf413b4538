package dev.pharos.engine.summary;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Tells nouns from verbs: trained for English and German, a dictionary for Russian. Of other
/// languages every word may be a noun. Loaded at the first use and kept. Safe for use by several
/// threads.
sealed interface Grammar permits TrainedGrammar, RussianGrammar, Grammar.None {

    static Grammar of(String language) {
        return switch (language) {
            case "en" -> TrainedGrammar.ENGLISH;
            case "de" -> TrainedGrammar.GERMAN;
            case "ru" -> RussianGrammar.INSTANCE;
            default -> None.INSTANCE;
        };
    }

    /// @param tokens the words and signs of a sentence in their order
    /// @param first which of them would have a capital whatever they are
    /// @return as many
    List<PartOfSpeech> parts(List<String> tokens, IntPredicate first);

    /// Whether nouns that stand behind one another are one phrase.
    default boolean phrase(List<String> words) {
        return !words.isEmpty();
    }

    /// Whether a word is known to be no name.
    default boolean common(String word) {
        return word.isEmpty();
    }

    /// A noun phrase as a dictionary or a heading has it.
    ///
    /// @param written the forms in which it stands in a text, the most frequent first
    /// @param seen the words of the text, and those with a capital behind the word before them, as
    ///   in `das Moor`
    String name(List<List<String>> written, Set<String> seen);

    /// Of languages of which nothing is known.
    enum None implements Grammar {
        INSTANCE;

        @Override
        public List<PartOfSpeech> parts(List<String> tokens, IntPredicate first) {
            return Collections.nCopies(tokens.size(), PartOfSpeech.NOUN);
        }

        @Override
        public String name(List<List<String>> written, Set<String> seen) {
            return String.join(" ", written.getFirst());
        }
    }
}
