package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What sources are ordered and found by. It is made where there is time for it, since the order of
/// a language is slow to find out; lists then compare tens of thousands in milliseconds. Immutable.
final class SourceKeys {
    static final SourceKeys NONE = new SourceKeys(Map.of());

    /// @param title compares as the language orders
    /// @param author that of the first one
    /// @param text all words that it is found by, in lower case
    private record Keys(Source source, CollationKey title, CollationKey author, String text) {}

    private final Map<SourceId, Keys> all;

    private SourceKeys(Map<SourceId, Keys> all) {
        this.all = all;
    }

    /// Takes from those before what is still true.
    static SourceKeys of(List<Source> sources, SourceKeys before, Locale locale) {
        var collator = Collator.getInstance(locale);
        var keys = new HashMap<SourceId, Keys>();
        for (Source source : sources) {
            var known = before.all.get(source.id());
            keys.put(
                    source.id(),
                    known != null && known.source().equals(source)
                            ? known
                            : new Keys(
                                    source,
                                    collator.getCollationKey(source.title()),
                                    collator.getCollationKey(firstAuthor(source)),
                                    allWords(source)));
        }
        return new SourceKeys(keys);
    }

    private static String firstAuthor(Source source) {
        return source.authors().isEmpty() ? "" : source.authors().getFirst();
    }

    private static String allWords(Source source) {
        return Stream.of(
                        List.of(source.title(), source.kind().id()),
                        source.authors(),
                        source.tags())
                .flatMap(Collection::stream)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /// The same sources; what is equal to one before is that one.
    List<Source> all(List<Source> sources) {
        return sources.stream().map(each -> keys(each).source()).toList();
    }

    /// As it was when the keys were made, or null.
    @Nullable Source find(SourceId id) {
        var found = all.get(id);
        return found == null ? null : found.source();
    }

    CollationKey title(Source source) {
        return keys(source).title();
    }

    /// That of the first of its authors.
    CollationKey author(Source source) {
        return keys(source).author();
    }

    String words(Source source) {
        return keys(source).text();
    }

    private Keys keys(Source source) {
        return Objects.requireNonNull(all.get(source.id()), "not of this reading");
    }
}
