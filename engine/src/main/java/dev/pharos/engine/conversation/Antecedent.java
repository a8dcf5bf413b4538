package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Grammar.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a conversation has spoken of last: what a pronoun or an ordinal stands for.
final class Antecedent {
    private static final int BACK = 3;
    private static final int NAMES = 2;
    private static final int WORDS = 8;

    private final List<Turn> before;
    private final Grammar grammar;

    Antecedent(List<Turn> before, Grammar grammar) {
        this.before = before;
        this.grammar = grammar;
    }

    /// What kind of thing is pointed at.
    enum Wanted {
        PERSON,
        PLACE,
        THING,
        /// Several of either.
        MANY
    }

    /// The nearest topic, or nothing where none was named.
    Optional<String> of(Wanted wanted) {
        for (Turn turn : before.reversed().stream().filter(this::stands).limit(BACK).toList()) {
            var topic = of(turn, wanted);
            if (topic.isPresent()) {
                return topic;
            }
        }
        return Optional.empty();
    }

    /// Whether it can be understood by itself, other than `How deep is it?` asked as written.
    private boolean stands(Turn turn) {
        var asked = Line.of(turn.understood());
        return turn.rewrite() != null
                || !asked.has(grammar, Words.PERSONAL)
                || !asked.names(grammar, false).isEmpty();
    }

    private Optional<String> of(Turn turn, Wanted wanted) {
        var asked = Line.of(turn.understood());
        var several = wanted == Wanted.MANY ? several(asked) : Optional.<String>empty();
        if (several.isPresent()) {
            return several;
        }
        boolean person = wanted == Wanted.PERSON || wanted == Wanted.MANY && grammar.gendered();
        boolean answered =
                person && asked.has(grammar, Words.PERSON)
                        || wanted == Wanted.PLACE && asked.has(grammar, Words.PLACE);
        if (answered) {
            var named = answered(turn, asked);
            if (named.isPresent()) {
                return grammar.gendered() && person ? Optional.of(both(named.get(), asked)) : named;
            }
        }
        var inserted = inserted(turn);
        if (inserted.isPresent()) {
            return inserted;
        }
        var names = asked.names(grammar, false);
        if (!names.isEmpty()) {
            return Optional.of(
                    names.stream()
                            .sorted(Comparator.comparingInt(Antecedent::words).reversed())
                            .limit(NAMES)
                            .collect(Collectors.joining(", ")));
        }
        String tail = asked.tail(grammar);
        var rest = Line.of(tail);
        boolean unnamed =
                tail.isEmpty()
                        || rest.has(grammar, Words.PERSONAL)
                        || rest.has(grammar, Words.DEMONSTRATIVE)
                        || rest.has(grammar, Words.POINTING);
        return unnamed ? Optional.empty() : Optional.of(tail);
    }

    /// A noun that means several, with the names beside it: `which ANIMALS live in the Arctic`.
    private Optional<String> several(Line asked) {
        for (int i = asked.tokens().size() - 1; i > 0; i--) {
            var token = asked.tokens().get(i);
            String word = token.lower();
            String prior = asked.tokens().get(i - 1).lower();
            boolean acting =
                    grammar.has(Words.ASKING, prior) && !grammar.has(Words.WANTING, prior)
                            || prior.equals("what");
            if (!token.capital()
                    && grammar.plural(word)
                    && !grammar.small(word)
                    && !grammar.has(Words.HOLLOW, word)
                    && !grammar.has(Words.CALENDAR, word)
                    && !acting) {
                String noun =
                        asked.text()
                                .substring(
                                        asked.tokens().get(start(asked, i)).start(), token.end());
                return Optional.of(
                        Stream.concat(Stream.of(noun), asked.names(grammar, false).stream())
                                .limit(NAMES)
                                .collect(Collectors.joining(", ")));
            }
        }
        return Optional.empty();
    }

    /// Where a noun begins with what describes it: `the apple trees`.
    private int start(Line asked, int noun) {
        int from = noun;
        while (!grammar.gendered()
                && from > 1
                && !grammar.small(asked.tokens().get(from - 1).lower())
                && !grammar.has(Words.ASKING, asked.tokens().get(from - 2).lower())) {
            from--;
        }
        return from > 0 && grammar.has(Words.ARTICLES, asked.tokens().get(from - 1).lower())
                ? from - 1
                : from;
    }

    /// Names of several words tell more than acronyms.
    private static int words(String name) {
        return name.split(" ").length;
    }

    /// Where things are he and she as well, either may be meant.
    private String both(String answered, Line asked) {
        return asked.names(grammar, false).stream()
                .findFirst()
                .map(name -> answered + ", " + name)
                .orElse(answered);
    }

    /// The name that an answer gave to the question who, or where.
    private Optional<String> answered(Turn turn, Line asked) {
        var known = asked.names(grammar, false);
        if (turn.answer().sentences().isEmpty()) {
            return Optional.empty();
        }
        String said = turn.answer().sentences().getFirst().text();
        var names =
                Line.of(said).names(grammar, true).stream()
                        .filter(name -> !asked.text().contains(name))
                        .filter(name -> known.stream().noneMatch(name::contains))
                        .toList();
        return names.stream()
                .filter(name -> name.contains(" ") || !said.startsWith(name))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /// What the rules have put into the question before, if it is no time or place of its own.
    private Optional<String> inserted(Turn turn) {
        return turn.rewrite() == null
                ? Optional.empty()
                : HalfQuestion.put(turn.understood(), grammar, false)
                        .map(MatchResult::group)
                        .map(put -> put.substring(1, put.length() - 1));
    }

    /// The n-th of what was answered last: a row of a table, a line of a list, a source.
    ///
    /// @param n from 1; 0 for the last
    Optional<String> item(int n) {
        var answer = before.getLast().answer();
        var items =
                answer.table() != null
                        ? answer.table().rows()
                        : answer.mode() == AnswerMode.LIST || answer.sentences().size() > 1
                                ? answer.sentences().stream()
                                        .map(each -> label(each.text()))
                                        .toList()
                                : answer.citations().stream().map(each -> each.title()).toList();
        int at = n == 0 ? items.size() - 1 : n - 1;
        return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }

    private String label(String sentence) {
        var line = Line.of(sentence);
        return line.names(grammar, true).stream()
                .filter(name -> !before.getLast().understood().contains(name))
                .findFirst()
                .orElseGet(() ->
                        line.tokens().stream()
                                .limit(WORDS)
                                .map(Line.Token::word)
                                .collect(Collectors.joining(" ")));
    }
}
