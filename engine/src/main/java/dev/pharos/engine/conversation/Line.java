package dev.pharos.engine.conversation;

import dev.pharos.engine.conversation.Grammar.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sentence as its words. Immutable.
///
/// @param tokens in their order
record Line(String text, List<Token> tokens) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:['’-][\\p{L}\\p{Nd}]+)*");
    private static final Pattern LINKS =
            Pattern.compile("(?:\\s+(?:of|the|de|la|von|der|des|dem|zu|am|und|and|и|на)){1,2}\\s+");

    private static final Pattern OF = Pattern.compile("(?U)(\\w+) of (?:the )?$");
    private static final Pattern ADJECTIVE =
            Pattern.compile("(?U).*(?:ск|н)(?:ий|ая|ое|ие|ого|ой|ую|их|ом|ому|им|ими|ый|ые)");

    /// What was done to it.
    private static final Pattern PARTICIPLE =
            Pattern.compile(
                    "\\p{L}+ed|built|made|found|known|held|won|sold|written|done|called|taken|given|lost|sent"
                            + "|shown|used|\\p{L}*ge\\p{L}+(?:t|en)|\\p{L}+iert|\\p{L}*(?:be|ver|er|ent|zer)\\p{L}+(?:t|en)");

    private static final Pattern RUSSIAN_PAST = Pattern.compile("[а-яё]{2,}л(?:а|о|и)?");

    /// A word with its place.
    record Token(String word, int start, int end) {
        String lower() {
            return word.toLowerCase(Locale.ROOT);
        }

        boolean capital() {
            return Character.isUpperCase(word.codePointAt(0));
        }

        boolean number() {
            return Character.isDigit(word.codePointAt(0));
        }

        boolean participle() {
            return PARTICIPLE.matcher(lower()).matches();
        }
    }

    static Line of(String text) {
        var tokens =
                WORD.matcher(text)
                        .results()
                        .map(match -> new Token(match.group(), match.start(), match.end()))
                        .toList();
        return new Line(text, tokens);
    }

    /// What it names: runs of words with capital letters, and what stands in quotes. The first word
    /// of a question is none, for it is always written so.
    ///
    /// @param first whether the first word counts
    List<String> names(Grammar grammar, boolean first) {
        var names = new ArrayList<String>();
        int start = -1;
        int end = -1;
        for (int i = first ? 0 : 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean name =
                    (token.capital() || start >= 0 && token.number())
                            && !grammar.small(token.lower())
                            && (i > 0 || !grammar.has(Words.HOLLOW, token.lower()));
            if (!name) {
                continue;
            }
            if (start >= 0 && joined(end, token.start())) {
                end = token.end();
            } else {
                add(names, grammar, start, end);
                start = token.start();
                end = token.end();
            }
        }
        add(names, grammar, start, end);
        return names;
    }

    private boolean joined(int end, int start) {
        String between = text.substring(end, start);
        return between.isBlank() || LINKS.matcher(between).matches();
    }

    private void add(List<String> names, Grammar grammar, int start, int end) {
        if (start >= 0) {
            String name = whole(grammar, start, end);
            boolean time = grammar.has(Words.CALENDAR, name.toLowerCase(Locale.ROOT));
            if (!time && !names.contains(name)) {
                names.add(name);
            }
        }
    }

    /// With the noun that a name describes: `lighthouse of Pharos`, `Берлинская стена`.
    private String whole(Grammar grammar, int start, int end) {
        var of = OF.matcher(text.substring(0, start));
        int from =
                of.find() && !grammar.small(of.group(1).toLowerCase(Locale.ROOT))
                        ? of.start()
                        : start;
        int to =
                ADJECTIVE.matcher(text.substring(start, end)).matches()
                        ? tokens.stream()
                                .filter(token -> token.start() > end)
                                .findFirst()
                                .filter(token -> !grammar.small(token.lower()))
                                .map(Token::end)
                                .orElse(end)
                        : end;
        return text.substring(from, to);
    }

    /// What it speaks of, without its question words: `the architect of the tower`.
    String tail(Grammar grammar) {
        int from = 0;
        while (from < tokens.size()
                && (grammar.has(Words.ASKING, tokens.get(from).lower())
                        || grammar.has(Words.AUXILIARY, tokens.get(from).lower())
                        || grammar.has(Words.OPENING, tokens.get(from).lower()))) {
            from++;
        }
        int first = doing(grammar, from) ? from + 1 : from;
        boolean telling =
                tokens.stream()
                        .skip(first)
                        .anyMatch(token ->
                                !grammar.small(token.lower())
                                        && !grammar.has(Words.HOLLOW, token.lower()));
        if (!telling) {
            return "";
        }
        int last = thingEnd(grammar, from, first);
        return text.substring(tokens.get(first).start(), tokens.get(last).end());
    }

    /// Whether a word is what is done to the thing behind it: `who BUILT the tower`, `кто
    /// ПОСТРОИЛ`.
    private boolean doing(Grammar grammar, int at) {
        return at > 0
                && at + 1 < tokens.size()
                && grammar.has(Words.ASKING, tokens.get(at - 1).lower())
                && !grammar.small(tokens.get(at).lower())
                && (at + 2 < tokens.size()
                                && grammar.has(Words.ARTICLES, tokens.get(at + 1).lower())
                        || RUSSIAN_PAST.matcher(tokens.get(at).lower()).matches());
    }

    /// The last word of the thing that an English question is about, without what is said of it:
    /// `was THE TOWER built of`, `does THE SAUNA open on Sundays`, `is THE POOL deep`. All words
    /// where its beginning does not tell, and behind `what is`, where the thing is all that
    /// follows.
    private int thingEnd(Grammar grammar, int from, int first) {
        int all = tokens.size() - 1;
        boolean asked =
                from > 0
                        && first == from
                        && !grammar.gendered()
                        && grammar.has(Words.AUXILIARY, tokens.get(from - 1).lower())
                        && grammar.has(Words.ARTICLES, tokens.get(from).lower());
        if (!asked) {
            return all;
        }
        int end = from;
        while (end < all
                && !grammar.small(tokens.get(end + 1).lower())
                && !(end > from && tokens.get(end + 1).participle())) {
            end++;
        }
        boolean predicate = end < all && tokens.get(end + 1).participle();
        boolean naming =
                from > 1
                        && tokens.get(from - 1).lower().matches("is|are|was|were")
                        && !grammar.has(Words.ADVERBIAL, tokens.get(from - 2).lower());
        if (predicate) {
            return end;
        }
        return naming ? all : end - from > 1 ? end - 1 : end;
    }

    String lower() {
        return tokens.stream().map(Token::lower).collect(Collectors.joining(" "));
    }

    boolean has(Grammar grammar, Words kind) {
        return tokens.stream().anyMatch(token -> grammar.has(kind, token.lower()));
    }
}
