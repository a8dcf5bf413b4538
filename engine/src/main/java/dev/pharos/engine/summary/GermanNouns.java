package dev.pharos.engine.summary;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts German phrases into the nominative by what else their text says of the noun, without a
/// dictionary: `trockenen Mooren` are `trockene Moore` where it speaks of `das Moor`. What the text
/// does not tell stays as it is written.
final class GermanNouns {
    private static final Pattern OBLIQUE = Pattern.compile("\\p{Ll}\\p{L}{2,}e[nm]");

    /// What stands before one thing that is no feminine.
    private static final List<String> NO_FEMININE =
            List.of("dem", "des", "einem", "eines", "im", "am", "vom", "zum", "beim");

    private static final List<String> ACCUSATIVES = List.of("den", "einen", "keinen", "ihren");

    private static final List<String> GENITIVES = List.of("es", "s");

    /// @param ending of the adjectives before it
    private record Nominative(String noun, String ending) {}

    private final Set<String> seen;

    private GermanNouns(Set<String> seen) {
        this.seen = seen;
    }

    /// @param seen as in [Grammar#name]
    static List<String> named(List<String> phrase, Set<String> seen) {
        var before = phrase.subList(0, phrase.size() - 1);
        boolean oblique =
                before.stream()
                        .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                        .allMatch(word -> OBLIQUE.matcher(word).matches());
        var nominative = oblique ? new GermanNouns(seen).nominative(phrase.getLast()) : null;
        if (nominative == null) {
            return phrase;
        }
        var words = new ArrayList<String>();
        for (String word : before) {
            boolean adjective = OBLIQUE.matcher(word).matches();
            words.add(adjective ? without(word, 2) + nominative.ending() : word);
        }
        words.add(nominative.noun());
        return words;
    }

    private @Nullable Nominative nominative(String noun) {
        var rules = Rules.of("de");
        if (noun.endsWith("en")
                && !rules.matches("severalen", without(noun, 2))
                && noFeminine(without(noun, 2))) {
            return new Nominative(without(noun, 1), "e");
        }
        boolean weak = behind("der", without(noun, 1)) && (noFeminine(noun) || accusative(noun));
        if (noun.endsWith("n") && (behind("die", without(noun, 1)) || weak)) {
            return new Nominative(without(noun, 1), "e");
        }
        if (noun.matches(".*[^es]s") && (behind("des", noun) || behind("eines", noun))) {
            String base = without(noun, 1);
            return new Nominative(base, behind("das", base) ? "es" : "er");
        }
        for (String genitive : GENITIVES) {
            var one = noun.endsWith(genitive) ? one(without(noun, genitive.length())) : null;
            if (one != null) {
                return one;
            }
        }
        if (behind("die", noun) || seen.contains("der … " + noun)) {
            return new Nominative(noun, "e");
        }
        if (accusative(noun) && !noun.endsWith("n")) {
            return new Nominative(noun, behind("das", noun) ? "es" : "er");
        }
        var one = one(noun);
        boolean several = noun.endsWith("en") && !rules.matches("singleen", noun);
        return one == null && several ? new Nominative(noun, "e") : one;
    }

    /// A masculine or neuter in the singular.
    private @Nullable Nominative one(String noun) {
        if (behind("das", noun)) {
            return new Nominative(noun, "es");
        }
        return behind("der", noun) && (noFeminine(noun) || behind("den", noun))
                ? new Nominative(noun, "er")
                : null;
    }

    private boolean noFeminine(String noun) {
        return behind("das", noun)
                || NO_FEMININE.stream().anyMatch(article -> behind(article, noun));
    }

    private boolean accusative(String noun) {
        return ACCUSATIVES.stream()
                .anyMatch(each -> behind(each, noun) || seen.contains(each + " … " + noun));
    }

    private boolean behind(String article, String noun) {
        return seen.contains(article + " " + noun);
    }

    private static String without(String word, int letters) {
        return word.substring(0, Math.max(0, word.length() - letters));
    }
}
