package dev.pharos.engine.summary;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.tag.TagName;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Suggests tags: those that the library has, where the text names them or speaks of the same, and
/// only then new ones, made of its key phrases.
final class Tagging {
    /// So many times a tag's words have to stand in a text.
    private static final int NAMED = 2;

    private static final double MEANT = 0.8;

    /// Below it a model does not know what a word means.
    private static final double FLUENT = 0.5;

    private static final int COMPARED = 300;
    private static final int PHRASES = 8;

    /// New ones are of so many phrases.
    private static final int NEW = 20;

    /// What is none of so many phrases is not what a text is about.
    private static final int TOLD = 20;

    private static final double PASSING = 0.02;
    private static final double EVERYWHERE = 0.05;

    /// A person, or what else has a name, has to be among so many.
    private static final int CENTRAL = 3;

    /// A tag is short.
    private static final int WORDS = 2;

    /// What one language adds to a word of the other: `pump` is no form of `Pumpe`.
    private static final Pattern GERMAN_ENDING = Pattern.compile("e[nr]?|n");

    private static final Pattern GERMAN_LETTER = Pattern.compile("[äöüß]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private final Gathered gathered;
    private final KeyPhrases phrases;
    private final Embedder embedder;

    Tagging(Gathered gathered, KeyPhrases phrases, Embedder embedder) {
        this.gathered = gathered;
        this.phrases = phrases;
        this.embedder = embedder;
    }

    /// @param existing names of the library's tags, those that are used most first
    List<String> best(List<String> existing, int most) throws ProblemException {
        var tags = new LinkedHashSet<>(known(existing, most));
        for (var phrase : phrases.named(NEW, CENTRAL)) {
            if (tags.size() < most && phrase.split(" ").length <= WORDS) {
                TagName.of(phrase.toLowerCase(Locale.ROOT))
                        .filter(name -> tags.stream().noneMatch(tag -> same(tag, name)))
                        .ifPresent(tags::add);
            }
        }
        return List.copyOf(tags);
    }

    private boolean same(String tag, String name) {
        String language = gathered.material().language();
        return Terms.of(label(tag), language).equals(Terms.of(label(name), language));
    }

    private static String label(String tag) {
        return tag.substring(tag.lastIndexOf('/') + 1).replace('-', ' ').replace('_', ' ');
    }

    private List<String> known(List<String> existing, int most) throws ProblemException {
        Map<String, Double> weights = new HashMap<>();
        var unnamed = new ArrayList<String>();
        for (String tag : existing) {
            long named = named(tag);
            if (named >= NAMED && told(tag, named) && stands(tag)) {
                weights.put(tag, 1 + Math.log(named));
            } else if (named == 0
                    && unnamed.size() < COMPARED
                    && !terms(tag).isEmpty()
                    && written(tag)) {
                unnamed.add(tag);
            }
        }
        var labels = unnamed.stream().map(Tagging::label).toList();
        var meant = labels.isEmpty() ? List.<float[]>of() : embedder.embed(labels);
        int[] tokens = labels.isEmpty() ? new int[0] : embedder.countTokens(labels);
        for (int i = 0; i < labels.size(); i++) {
            double fluency = Fluency.of(labels.get(i), tokens[i]);
            if (fluency < FLUENT) {
                continue;
            }
            float[] vector = gathered.mixed().of(meant.get(i), terms(unnamed.get(i)), fluency);
            double near = phrases.near(vector, PHRASES);
            if (near >= MEANT) {
                weights.put(unnamed.get(i), near);
            }
        }
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the text is about a tag: it is one of its best phrases and not only said in passing,
    /// or said everywhere.
    private boolean told(String tag, long named) {
        double share = named / (double) gathered.units().size();
        return share >= PASSING && phrases.name(terms(tag), TOLD)
                || share >= EVERYWHERE && named > NAMED;
    }

    /// Whether a tag may be in the language of the text by its letters.
    private boolean written(String tag) {
        String language = gathered.material().language();
        return CYRILLIC.matcher(tag).find() == language.equals("ru")
                && !(language.equals("en") && GERMAN_LETTER.matcher(tag).find());
    }

    /// Whether its words stand there in some form: in another language one may have the same stem.
    private boolean stands(String tag) {
        String language = gathered.material().language();
        return Arrays.stream(label(tag).toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> !Terms.of(word, language).isEmpty())
                .allMatch(word -> stands(word, language));
    }

    private boolean stands(String word, String language) {
        var stem = Terms.of(word, language);
        boolean form = false;
        for (var unit : gathered.units()) {
            String before = "";
            for (var each : unit.tokens()) {
                String lower = each.text().toLowerCase(Locale.ROOT);
                if (lower.equals(word)) {
                    return true;
                }
                form |= unit.terms().containsAll(stem) && Terms.of(lower, language).equals(stem);
                if (foreign(word, lower, before, language)) {
                    return false;
                }
                before = each.part() == PartOfSpeech.ADJECTIVE ? before : lower;
            }
        }
        return form;
    }

    private static boolean foreign(String word, String token, String before, String language) {
        return switch (language) {
            case "en" -> word.startsWith(token) && german(word.substring(token.length()));
            case "de" -> token.equals(word + "e") && Rules.of("de").matches("feminine", before);
            default -> false;
        };
    }

    private static boolean german(String ending) {
        return GERMAN_ENDING.matcher(ending).matches();
    }

    private LinkedHashSet<String> terms(String tag) {
        return new LinkedHashSet<>(Terms.of(label(tag), gathered.material().language()));
    }

    /// In how many sentences all of a tag's words stand.
    private long named(String tag) {
        var terms = terms(tag);
        return terms.isEmpty()
                ? 0
                : gathered.units().stream()
                        .map(Unit::terms)
                        .filter(each -> each.containsAll(terms))
                        .count();
    }
}
