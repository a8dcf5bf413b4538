package dev.pharos.engine.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The names that passages surely have: words with a capital letter within a sentence that stand
/// nowhere in lower case; in German, where every noun has one, those beside another that stand
/// nowhere behind an article. They tell a name where its letter cannot: at the beginning of a
/// sentence, and in German anywhere.
public final class KnownNames {
    private static final Pattern ARTICLE =
            Pattern.compile(
                    "(?:d(?:er|ie|as|en|em|es)|k?ein(?:e[nrms]?)?|[ivz]om|[ivz]um|[az]ur|am|im|ins|beim)",
                    Pattern.CASE_INSENSITIVE);

    private KnownNames() {}

    /// Folded, as [Facts] compares them.
    public static Set<String> in(Collection<String> texts) {
        var names = new HashSet<String>();
        var others = new HashSet<String>();
        texts.forEach(text -> add(text, names, others));
        names.removeAll(others);
        return Set.copyOf(names);
    }

    private static void add(String text, Set<String> names, Set<String> others) {
        boolean german = Tongue.of(text) == Tongue.GERMAN;
        var words = Facts.WORD.matcher(text);
        String before = "";
        int end = 0;
        while (words.find()) {
            String word = words.group();
            String folded = Facts.folded(word);
            String gap = text.substring(end, words.start());
            boolean joined = end > 0 && gap.isBlank() && gap.indexOf('\n') < 0;
            boolean first = gap.indexOf('\n') >= 0 || Facts.startsSentence(text, words.start());
            if (!Facts.capital(word) || joined && german && ARTICLE.matcher(before).matches()) {
                others.add(folded);
            } else if (Facts.mayName(folded) && !first) {
                boolean beside =
                        joined && Facts.capital(before) && !Tongue.small(Facts.folded(before));
                if (!german || beside) {
                    names.add(folded);
                }
                if (beside && Facts.mayName(Facts.folded(before))) {
                    names.add(Facts.folded(before));
                }
            }
            before = word;
            end = words.end();
        }
    }
}
