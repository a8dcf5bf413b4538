package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.conversation.Grammar.Words;
import dev.pharos.engine.conversation.Line.Token;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Half a question, `in winter`, `the pool`, `why`, and the whole one that it makes of the question
/// before it: what is like it there is replaced, so that a question never has two subjects.
record HalfQuestion(Line said, Grammar grammar) {
    private static final Pattern PUT = Pattern.compile("\\([^()]+\\)");
    private static final Pattern END = Pattern.compile("[?.!…\\s]+$");

    /// The question before with its like part replaced, or else with this one behind it.
    String in(String asked) {
        String whole = END.matcher(asked).replaceFirst("");
        String stripped = asked.strip();
        String end =
                stripped.matches("(?s).*[?.!…]") ? stripped.substring(stripped.length() - 1) : "?";
        return put(whole, grammar, circumstance(said, grammar))
                        .filter(this::alike)
                        .map(put ->
                                whole.substring(0, put.start())
                                        + "("
                                        + said.text()
                                        + ")"
                                        + whole.substring(put.end()))
                        .or(() -> circumstance(said, grammar) ? swapped(whole) : named(whole))
                        .orElseGet(() -> whole + " (" + said.text() + ")")
                + end;
    }

    /// Of circumstances those of the same kind are alike: `in winter`, `in summer`.
    private boolean alike(MatchResult put) {
        return !circumstance(said, grammar)
                || Line.of(put.group())
                        .tokens()
                        .getFirst()
                        .lower()
                        .equals(said.tokens().getFirst().lower());
    }

    /// Where something was put into a question last.
    ///
    /// @param circumstance whether a time, a place or the like; else a thing
    static Optional<MatchResult> put(String question, Grammar grammar, boolean circumstance) {
        return PUT.matcher(question)
                .results()
                .filter(put -> circumstance(Line.of(put.group()), grammar) == circumstance)
                .reduce((_, later) -> later);
    }

    private static boolean circumstance(Line said, Grammar grammar) {
        return said.tokens().stream()
                .findFirst()
                .map(Token::lower)
                .filter(word ->
                        grammar.has(Words.PREPOSITIONS, word) || grammar.has(Words.CALENDAR, word))
                .isPresent();
    }

    /// The question before with another question word: `When was it built?`, `And where?`
    static Optional<String> turned(Line question, String before, Grammar grammar) {
        var words =
                question.tokens().stream()
                        .filter(token -> !grammar.has(Words.OPENING, token.lower()))
                        .toList();
        var asked = Line.of(before).tokens();
        boolean turns =
                words.size() == 1
                        && asked.size() > 2
                        && grammar.has(Words.ADVERBIAL, words.getFirst().lower())
                        && grammar.has(Words.ADVERBIAL, asked.getFirst().lower());
        if (!turns) {
            return Optional.empty();
        }
        String word = words.getFirst().lower();
        return Optional.of(
                word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1)
                        + before.substring(asked.getFirst().end()));
    }

    /// With the last phrase replaced that begins as this one does.
    private Optional<String> swapped(String whole) {
        var tokens = Line.of(whole).tokens();
        boolean number = said.tokens().stream().anyMatch(Token::number);
        for (int i = tokens.size() - 1; i > 0; i--) {
            boolean last = tokens.stream().skip(i + 1L).noneMatch(this::beginsOther);
            boolean alike = number == (i + 1 < tokens.size() && tokens.get(i + 1).number());
            if (last && alike && tokens.get(i).lower().equals(said.tokens().getFirst().lower())) {
                return Optional.of(whole.substring(0, tokens.get(i).start()) + said.text());
            }
        }
        return Optional.empty();
    }

    private boolean beginsOther(Token token) {
        return grammar.has(Words.PREPOSITIONS, token.lower())
                || grammar.has(Words.AUXILIARY, token.lower());
    }

    /// With the only name replaced, if this is one too, or the only thing.
    private Optional<String> named(String whole) {
        var line = Line.of(whole);
        var names = line.names(grammar, false);
        if (names.size() == 1 && !said.names(grammar, true).isEmpty()) {
            String name = names.getFirst().replaceFirst("^.* of (?:the )?", "");
            return Optional.of(named(whole, name));
        }
        var noun = onlyNoun(line);
        String thing = noun.orElseGet(() -> line.tail(grammar));
        boolean only = noun.isPresent() || definite(said) && definite(Line.of(thing));
        int at = whole.lastIndexOf(thing);
        return names.isEmpty() && only && at >= 0
                ? Optional.of(
                        whole.substring(0, at) + said.text() + whole.substring(at + thing.length()))
                : Optional.empty();
    }

    /// `Когда перекрыли КРЫШУ?`, `Какова высота БАШНИ?`: the last of three words, where there are
    /// no articles.
    private Optional<String> onlyNoun(Line asked) {
        var words =
                asked.tokens().stream()
                        .filter(token -> !grammar.has(Words.OPENING, token.lower()))
                        .toList();
        boolean plain =
                Tongue.of(asked.text()) == Tongue.RUSSIAN
                        && words.size() == 3
                        && grammar.has(Words.ASKING, words.getFirst().lower())
                        && words.stream().skip(1).noneMatch(token -> grammar.small(token.lower()));
        return plain ? Optional.of(words.getLast().word()) : Optional.empty();
    }

    private static boolean definite(Line thing) {
        return !thing.tokens().isEmpty() && thing.tokens().getFirst().lower().equals("the");
    }

    /// One article is enough, that of this one.
    private String named(String whole, String name) {
        int at = whole.indexOf(name);
        String left = whole.substring(0, at);
        String put = said.text();
        var before = Line.of(left).tokens();
        boolean both =
                said.tokens().size() > 1
                        && grammar.has(Words.ARTICLES, said.tokens().getFirst().lower())
                        && !before.isEmpty()
                        && grammar.has(Words.ARTICLES, before.getLast().lower());
        if (both) {
            var last = before.getLast();
            boolean placed =
                    before.size() > 1
                            && grammar.has(
                                    Words.PREPOSITIONS, before.get(before.size() - 2).lower());
            String article = article(last.lower(), placed, said.tokens().getFirst().lower());
            left = left.substring(0, last.start());
            put = (article + put.substring(said.tokens().getFirst().end())).strip();
        }
        return left + put + whole.substring(at + name.length());
    }

    /// A German article in the case of the one in whose place it comes; none where that cannot be
    /// told.
    private static String article(String before, boolean placed, String own) {
        return switch (before) {
            case "die", "das", "den" ->
                    (placed || before.equals("den")) && own.equals("der") ? "den" : own;
            case "der", "dem" ->
                    placed || before.equals("dem") ? own.equals("die") ? "der" : "dem" : own;
            case "des", "einem", "eines", "einer", "einen" -> "";
            default -> own;
        };
    }
}
