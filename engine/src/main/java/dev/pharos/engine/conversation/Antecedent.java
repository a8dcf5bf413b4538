package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Grammar.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        THING
    }

    /// The nearest topic, or nothing where none was named.
    Optional<String> of(Wanted wanted) {
        for (Turn turn : before.reversed().stream().limit(BACK).toList()) {
            var topic = of(turn, wanted);
            if (topic.isPresent()) {
                return topic;
            }
        }
        return Optional.empty();
    }

    private Optional<String> of(Turn turn, Wanted wanted) {
        var asked = Line.of(turn.understood());
        boolean answered =
                wanted == Wanted.PERSON && asked.has(grammar, Words.PERSON)
                        || wanted == Wanted.PLACE && asked.has(grammar, Words.PLACE);
        if (answered) {
            var named = answered(turn, asked);
            if (named.isPresent()) {
                return grammar.gendered() && wanted == Wanted.PERSON
                        ? Optional.of(both(named.get(), asked))
                        : named;
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
                        || rest.has(grammar, Words.DEMONSTRATIVE);
        return unnamed ? Optional.empty() : Optional.of(tail);
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

    /// What the rules have put into the question before.
    private static Optional<String> inserted(Turn turn) {
        String question = turn.understood();
        int open = question.lastIndexOf('(');
        int close = question.indexOf(')', Math.max(0, open));
        return turn.rewrite() != null && open >= 0 && close > open
                ? Optional.of(question.substring(open + 1, close))
                : Optional.empty();
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
