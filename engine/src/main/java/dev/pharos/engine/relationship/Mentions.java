package dev.pharos.engine.relationship;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.LinkTargets.Named;
import dev.pharos.engine.relationship.Reason.Quote;
import dev.pharos.engine.search.Terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// Which titles and aliases stand in a text as words, in any form of them. A name of one word
/// counts only where few texts have it, one of words that are in every note not at all. For one
/// text, one thread.
final class Mentions {
    private static final double SUREST = 0.9;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}’']*");
    private static final Pattern GAP = Pattern.compile("[\\s\\u00a0,:–-]{1,3}");
    private static final int BEGINNING = 3;
    private static final int SHORT = 5;
    private static final int LONG = 8;

    /// A word that so many passages have names nothing special, if it has no capital letter.
    private static final int OFTEN = 6;

    private static final int STRONG = 4;
    private static final int WINDOW = 20;

    /// @param name as the other is called
    /// @param times how often
    record Mention(SourceId of, String name, int start, int end, int times) {}

    private record Token(int start, int end, String lower, String stem) {}

    private final Document document;
    private final String language;
    private final ToIntFunction<String> frequency;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Map<String, String> stems = new HashMap<>();

    /// @param frequency in how many passages of the library a word stands in any form
    Mentions(Document document, ToIntFunction<String> frequency) {
        this.document = document;
        this.frequency = frequency;
        language = document.language();
        for (var match : WORD.matcher(document.text()).results().toList()) {
            String lower = match.group().toLowerCase(Locale.ROOT);
            String stem = stem(lower);
            places.computeIfAbsent(stem, _ -> new ArrayList<>()).add(tokens.size());
            beginnings.add(beginning(lower));
            tokens.add(new Token(match.start(), match.end(), lower, stem));
        }
    }

    private String stem(String lower) {
        return stems.computeIfAbsent(
                lower, word -> Terms.of(word, language).stream().findFirst().orElse(word));
    }

    private static String beginning(String lower) {
        return lower.substring(0, Math.min(BEGINNING, lower.length()));
    }

    /// What is named, each once.
    ///
    /// @param all names of a library; one that several have is nobody's
    List<Mention> of(List<Named> all) {
        var owners = new HashMap<String, Integer>();
        for (Named each : all) {
            var names = new HashSet<String>();
            each.aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
            names.add(each.title().toLowerCase(Locale.ROOT));
            names.forEach(name -> owners.merge(name, 1, Integer::sum));
        }
        var found = new ArrayList<Mention>();
        for (Named each : all) {
            var names = new HashSet<>(each.aliases());
            names.add(each.title());
            names.stream()
                    .filter(name -> owners.getOrDefault(name.toLowerCase(Locale.ROOT), 0) <= 1)
                    .flatMap(name -> mention(each.id(), name).stream())
                    .max((one, other) ->
                            Integer.compare(one.name().length(), other.name().length()))
                    .ifPresent(found::add);
        }
        return withoutParts(found);
    }

    /// A name within a longer one is not meant.
    private static List<Mention> withoutParts(List<Mention> found) {
        return found.stream()
                .filter(each ->
                        found.stream()
                                .noneMatch(other ->
                                        other.end() - other.start() > each.end() - each.start()
                                                && other.start() <= each.start()
                                                && each.end() <= other.end()))
                .toList();
    }

    private List<Mention> mention(SourceId source, String name) {
        var words =
                WORD.matcher(name)
                        .results()
                        .map(match -> match.group().toLowerCase(Locale.ROOT))
                        .toList();
        if (words.isEmpty()
                || !words.stream().allMatch(word -> beginnings.contains(beginning(word)))) {
            return List.of();
        }
        var wanted = words.stream().map(this::stem).toList();
        if (!places.keySet().containsAll(wanted) || !telling(name, words)) {
            return List.of();
        }
        int times = 0;
        int first = -1;
        for (int at : places.getOrDefault(wanted.getFirst(), List.of())) {
            if (stands(wanted, at)
                    && !opens(at, at + wanted.size() - 1)
                    && !linked(at)
                    && (wanted.size() > 1 || meant(words.getFirst(), at))) {
                first = first < 0 ? at : first;
                times++;
            }
        }
        return first < 0
                ? List.of()
                : List.of(
                        new Mention(
                                source,
                                name,
                                tokens.get(first).start(),
                                tokens.get(first + wanted.size() - 1).end(),
                                times));
    }

    /// Whether it is what a link shows, be it one to another of that name.
    private boolean linked(int at) {
        int start = tokens.get(at).start();
        return document.links().stream()
                .anyMatch(link -> link.start() <= start && start < link.end());
    }

    /// Whether a name is more than words that stand in every note.
    private boolean telling(String name, List<String> words) {
        var terms = new HashSet<>(Terms.of(name, language));
        terms.removeIf(term -> term.chars().noneMatch(Character::isLetter));
        var wording = Wording.all();
        words.stream()
                .filter(word ->
                        wording.stream()
                                .anyMatch(each -> each.common(word) || each.apart(stem(word))))
                .forEach(word -> terms.remove(stem(word)));
        return words.size() > 1
                ? !terms.isEmpty() && name.length() >= LONG
                : !terms.isEmpty() && name.length() >= SHORT;
    }

    private boolean stands(List<String> wanted, int at) {
        if (at + wanted.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!tokens.get(at + i).stem().equals(wanted.get(i))
                    || i > 0
                            && !GAP.matcher(
                                            document.text()
                                                    .substring(
                                                            tokens.get(at + i - 1).end(),
                                                            tokens.get(at + i).start()))
                                    .matches()) {
                return false;
            }
        }
        return true;
    }

    /// Whether these are the text's own first words, as a title is.
    private boolean opens(int first, int last) {
        int end = tokens.get(last).end();
        int window = Math.min(end + WINDOW, document.text().length());
        return first == 0
                && document.text().substring(end, window).matches("(?s)\\s*(?:[.!?…:\\n].*)?");
    }

    /// Whether a single word is the name and no other form of a common word.
    private boolean meant(String name, int at) {
        var token = tokens.get(at);
        boolean inflects = !language.equals("en");
        boolean same =
                token.lower().equals(name) || token.lower().replaceAll("['’]?s$", "").equals(name);
        if (!same && !inflects) {
            return false;
        }
        boolean capital =
                !language.equals("de")
                        && Character.isUpperCase(document.text().codePointAt(token.start()))
                        && token.start() > 1
                        && Character.isLetter(document.text().codePointAt(token.start() - 2));
        return frequency.applyAsInt(name) <= (capital ? OFTEN * OFTEN : OFTEN);
    }

    /// The sentence around it.
    Sentences.Span sentence(Mention mention) {
        String text = document.text();
        int from = text.lastIndexOf('\n', mention.start()) + 1;
        int line = text.indexOf('\n', mention.end());
        int to = line < 0 ? text.length() : line;
        return Sentences.in(text, from, to, language).stream()
                .filter(span -> span.end() >= mention.end())
                .findFirst()
                .orElseGet(() -> new Sentences.Span(mention.start(), mention.end()));
    }

    static Reason.Named reason(Mention mention, Quote quote) {
        return new Reason.Named(mention.name(), quote, mention.times());
    }

    /// From 0 to 0.9: often, and by a long name, is more; but two things may have one name.
    static double strength(Mention mention) {
        double often = Math.min(STRONG, mention.times()) / (double) STRONG;
        double words =
                Math.min(STRONG, Arrays.stream(mention.name().split("\\s+")).count())
                        / (double) STRONG;
        return SUREST * (1 + often + words) / 3;
    }
}
