package dev.pharos.engine.summary;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.postag.ThreadSafePOSTaggerME;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/// A maximum entropy tagger (Ratnaparkhi 1996), trained on the treebanks of Universal Dependencies
/// (EWT, GSD), as Apache OpenNLP has it.
enum TrainedGrammar implements Grammar {
    ENGLISH("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"),
    GERMAN("/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin");

    private static final Set<String> VERBS = Set.of("VERB", "AUX");
    private static final Set<String> SUBJECT = Set.of("NOUN", "PROPN");
    private static final Set<String> END = Set.of("", "PUNCT");

    /// What an adjective may stand before.
    private static final Set<String> DESCRIBED = Set.of("NOUN", "PROPN", "ADJ", "NUM", "CCONJ");

    private final String file;
    private @Nullable POSTagger tagger;

    TrainedGrammar(String file) {
        this.file = file;
    }

    private synchronized POSTagger tagger() {
        var loaded = tagger;
        if (loaded == null) {
            try (var in = Objects.requireNonNull(Grammar.class.getResourceAsStream(file))) {
                loaded = new ThreadSafePOSTaggerME(new POSModel(in));
                tagger = loaded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    @Override
    public List<PartOfSpeech> parts(List<String> tokens, IntPredicate first) {
        var tags = tagger().tag(tokens.toArray(String[]::new));
        if (this == ENGLISH) {
            mend(tokens, tags);
        }
        return Arrays.stream(tags).map(TrainedGrammar::part).toList();
    }

    /// Words that the treebank does not have are often taken for others: `the dough.` for an
    /// adjective, `the extinguisher hangs beside it` for nouns.
    private static void mend(List<String> tokens, String[] tags) {
        boolean verb = Arrays.stream(tags).anyMatch(VERBS::contains);
        for (int i = 1; i < tags.length && !verb; i++) {
            verb =
                    tags[i].equals("NOUN")
                            && tokens.get(i).endsWith("s")
                            && behindSubject(tags, i)
                            && !END.contains(next(tags, i));
            tags[i] = verb ? "VERB" : tags[i];
        }
        for (int i = 0; i < tags.length; i++) {
            if (tags[i].equals("ADJ")
                    && behindArticle(tags, i)
                    && !DESCRIBED.contains(next(tags, i))) {
                tags[i] = "NOUN";
            }
        }
    }

    private static boolean behindSubject(String[] tags, int i) {
        return SUBJECT.contains(tags[i - 1])
                || tags[i - 1].equals("ADJ") && behindArticle(tags, i - 1);
    }

    private static boolean behindArticle(String[] tags, int i) {
        int before = i - 1;
        while (before >= 0 && (tags[before].equals("ADJ") || tags[before].equals("NOUN"))) {
            before--;
        }
        return before >= 0 && tags[before].equals("DET");
    }

    private static String next(String[] tags, int i) {
        return i + 1 < tags.length ? tags[i + 1] : "";
    }

    private static PartOfSpeech part(String tag) {
        return switch (tag) {
            case "NOUN" -> PartOfSpeech.NOUN;
            case "PROPN" -> PartOfSpeech.NAME;
            case "ADJ" -> PartOfSpeech.ADJECTIVE;
            case "VERB", "AUX" -> PartOfSpeech.VERB;
            case "DET", "ADP", "ADP+DET", "CCONJ", "SCONJ" -> PartOfSpeech.LINK;
            default -> PartOfSpeech.OTHER;
        };
    }

    @Override
    public String name(List<List<String>> written, Set<String> seen) {
        var standing =
                this == ENGLISH
                        ? written.getFirst()
                        : written.stream()
                                .filter(TrainedGrammar::nominative)
                                .findFirst()
                                .orElseGet(() -> GermanNouns.named(written.getFirst(), seen));
        return String.join(" ", standing);
    }

    /// German adjectives have other endings behind prepositions.
    private static boolean nominative(List<String> phrase) {
        return phrase.size() > 1
                && phrase.subList(0, phrase.size() - 1).stream()
                        .allMatch(word ->
                                Character.isUpperCase(word.codePointAt(0)) || word.endsWith("e"));
    }
}
