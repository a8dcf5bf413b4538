package dev.pharos.engine.search;

import dev.pharos.engine.collection.CollectionNames;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query taken apart. Words may be missing in a hit, phrases and prefixes may not.
///
/// @param prefixes without their `*`
/// @param collections names, as they were typed; a source is in each of them
record ParsedQuery(
        List<String> words,
        List<String> phrases,
        List<String> prefixes,
        List<String> collections,
        SourceFilter filter) {

    private static final Pattern PART =
            Pattern.compile(
                    "(?<field>kind|tag|title|collection|lang|after|before):"
                            + "(?:\"(?<quoted>[^\"]*)\"?|(?<bare>\\S*))"
                            + "|\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"]+)",
                    Pattern.CASE_INSENSITIVE);

    ParsedQuery {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        prefixes = List.copyOf(prefixes);
        collections = List.copyOf(collections);
    }

    /// @param zone in which the dates of `after:` and `before:` are meant
    /// @throws ProblemException `UnreadableQuery`
    static ParsedQuery parse(String text, ZoneId zone) throws ProblemException {
        var words = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        var prefixes = new ArrayList<String>();
        var filter = new Filter(text, zone);
        var parts = PART.matcher(text);
        while (parts.find()) {
            String phrase = parts.group("phrase");
            String word = parts.group("word");
            if (phrase != null) {
                if (says(phrase)) {
                    phrases.add(phrase.strip());
                }
            } else if (word == null) {
                String quoted = parts.group("quoted");
                filter.add(
                        parts.group("field"),
                        quoted == null ? parts.group("bare") : quoted,
                        parts.group());
            } else if (word.length() > 2 && word.endsWith("*") && says(word)) {
                prefixes.add(word.substring(0, word.length() - 1));
            } else {
                words.add(word);
            }
        }
        return new ParsedQuery(words, phrases, prefixes, filter.collections, filter.done());
    }

    /// A search line in which a collection is called by its new name.
    static String renamed(String text, String before, String now) {
        return PART.matcher(text)
                .replaceAll(part -> {
                    String named = part.group("quoted");
                    named = named == null ? part.group("bare") : named;
                    boolean it =
                            "collection".equalsIgnoreCase(part.group("field"))
                                    && named != null
                                    && CollectionNames.plain(named)
                                            .equals(CollectionNames.plain(before));
                    return Matcher.quoteReplacement(
                            it ? "collection:\"" + now.replace("\"", "") + "\"" : part.group());
                });
    }

    /// All that is looked for, in one line: what a search by meaning reads.
    String text() {
        var all = new ArrayList<>(words);
        all.addAll(phrases);
        all.addAll(prefixes);
        return String.join(" ", all);
    }

    boolean empty() {
        return words.isEmpty() && phrases.isEmpty() && prefixes.isEmpty();
    }

    /// Signs alone are found nowhere.
    private static boolean says(String text) {
        return !WordIndex.terms(Languages.EXACT, text).isEmpty();
    }

    /// Whether it lets all sources pass.
    boolean everywhere() {
        return collections.isEmpty() && filter.equals(SourceFilter.ALL);
    }

    boolean strict() {
        return !phrases.isEmpty() || !prefixes.isEmpty();
    }

    private static final class Filter {
        private final String query;
        private final ZoneId zone;
        private final List<SourceKind> kinds = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<String> collections = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private @Nullable Instant after;
        private @Nullable Instant before;

        private Filter(String query, ZoneId zone) {
            this.query = query;
            this.zone = zone;
        }

        private void add(String field, String value, String part) throws ProblemException {
            if (value.isBlank()) {
                throw unreadable(part);
            }
            switch (field.toLowerCase(Locale.ROOT)) {
                case "kind" -> kinds.add(kind(value, part));
                case "tag" -> tags.add(value.startsWith("#") ? value.substring(1) : value);
                case "title" -> titles.add(value);
                case "collection" -> collections.add(value);
                case "lang" -> languages.add(language(value, part));
                case "after" -> after = day(value, part);
                default -> before = day(value, part);
            }
        }

        private SourceFilter done() {
            return new SourceFilter(kinds, tags, titles, languages, after, before);
        }

        private SourceKind kind(String value, String part) throws ProblemException {
            return Arrays.stream(SourceKind.values())
                    .filter(kind -> kind.id().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> unreadable(part));
        }

        private String language(String value, String part) throws ProblemException {
            if (!value.matches("[A-Za-z]{2,3}")) {
                throw unreadable(part);
            }
            return value.toLowerCase(Locale.ROOT);
        }

        private Instant day(String value, String part) throws ProblemException {
            try {
                LocalDate day =
                        switch (value.length()) {
                            case 4 -> Year.parse(value).atDay(1);
                            case 7 -> YearMonth.parse(value).atDay(1);
                            default -> LocalDate.parse(value);
                        };
                return day.atStartOfDay(zone).toInstant();
            } catch (DateTimeException _) {
                throw unreadable(part);
            }
        }

        private ProblemException unreadable(String part) {
            return new ProblemException(new Problem.UnreadableQuery(query, part));
        }
    }
}
