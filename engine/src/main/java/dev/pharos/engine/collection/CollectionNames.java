package dev.pharos.engine.collection;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.lucene.search.spell.LevenshteinDistance;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds collections by the names that people type: case does not matter, neither do quotes, nor in
/// which form of Unicode a letter is written.
public final class CollectionNames {
    private static final int NEAR = 3;

    private CollectionNames() {}

    /// All of a name, because a name may be given twice; or the one of an id.
    ///
    /// @throws ProblemException `UnknownCollection` where there is none, with the names nearest to
    ///   it
    public static List<SavedCollection> find(List<SavedCollection> all, String name)
            throws ProblemException {
        var wanted = plain(name);
        var found = all.stream().filter(each -> is(each, name)).toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    new Problem.UnknownCollection(name, all.size(), near(all, wanted)));
        }
        return found;
    }

    /// Whether a name, or an id, means a collection.
    public static boolean is(SavedCollection each, String name) {
        return plain(each.name()).equals(plain(name)) || each.id().toString().equals(name);
    }

    private static String near(List<SavedCollection> all, String wanted) {
        return all.stream()
                .map(SavedCollection::name)
                .distinct()
                .sorted(
                        Comparator.comparingDouble((String name) -> nearness(plain(name), wanted))
                                .reversed())
                .limit(NEAR)
                .collect(Collectors.joining(", "));
    }

    private static double nearness(String name, String wanted) {
        double within = name.contains(wanted) || wanted.contains(name) ? 1 : 0;
        return within + new LevenshteinDistance().getDistance(name, wanted);
    }

    /// A name as it is compared.
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace("\"", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
