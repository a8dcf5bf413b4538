package dev.pharos.engine.relationship;

import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Phrasing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// The words by which a source can be told to speak of the same as another. For one search, one
/// thread.
final class SharedWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]{3,}");
    private static final int PASSAGES = 24;
    private static final int TIMES = 3;
    private static final int MOST = 4;

    private final Map<String, Use> own;
    private final ToIntFunction<String> frequency;
    private final Map<String, Integer> known = new HashMap<>();

    /// How a stem is written, and how often.
    private record Use(String written, int times) {
        Use and(Use other) {
            boolean small = Character.isLowerCase(other.written.codePointAt(0));
            return new Use(small ? other.written : written, times + other.times);
        }
    }

    /// @param frequency in how many passages of the library a word stands in any form
    SharedWords(List<Titled> own, ToIntFunction<String> frequency) {
        this.own = uses(own);
        this.frequency = frequency;
    }

    /// Those that both have most often and few others at all; of a German or Russian text nouns.
    List<String> with(List<Titled> others) {
        var theirs = uses(others);
        Map<String, Double> telling = new LinkedHashMap<>();
        own.forEach((stem, use) -> {
            var other = theirs.get(stem);
            if (other != null) {
                int times = Math.min(TIMES, Math.min(use.times(), other.times()));
                telling.merge(use.written(), times / Math.log(2 + often(use.written())), Math::max);
            }
        });
        return telling.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int often(String word) {
        return known.computeIfAbsent(word, frequency::applyAsInt);
    }

    private static Map<String, Use> uses(List<Titled> passages) {
        Map<String, Use> uses = new LinkedHashMap<>();
        Map<String, String> stems = new HashMap<>();
        for (Titled each : passages.subList(0, Math.min(PASSAGES, passages.size()))) {
            String language = each.passage().language();
            var wording = Wording.of(language);
            for (var match : WORD.matcher(Wording.said(each.passage())).results().toList()) {
                String word = match.group();
                String stem =
                        stems.computeIfAbsent(word, written -> stem(written, language, wording));
                if (!stem.isEmpty()) {
                    uses.merge(stem, new Use(word, 1), Use::and);
                }
            }
        }
        return uses;
    }

    /// Nothing for a word that names nothing, or stands in texts on anything.
    private static String stem(String word, String language, Optional<Wording> wording) {
        boolean named =
                (!language.equals("de") || Character.isUpperCase(word.codePointAt(0)))
                        && Phrasing.noun(word, language);
        String stem = named ? Terms.of(word, language).stream().findFirst().orElse("") : "";
        return wording.filter(w -> w.common(word) || w.heads(word) || w.everyday(stem)).isPresent()
                ? ""
                : stem;
    }
}
