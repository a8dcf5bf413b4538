package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.conversation.Antecedent.Wanted;
import dev.pharos.engine.conversation.Grammar.Words;
import dev.pharos.engine.conversation.Line.Token;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Completes follow-up questions by rules, in English, German and Russian; in other languages, and
/// where a question can be understood by itself, it does nothing. It is a follow-up that points
/// with an ordinal (`the second one`), that is only half a question (`And in winter?`), that asks
/// for nothing in particular (`Why?`), or that has a pronoun with nothing before it which that
/// could stand for. Of what a pronoun stands for the words are put in parentheses behind it, which
/// is right in each language whatever its endings.
public final class FollowUps {
    private static final int FRAGMENT = 6;

    private final Line question;
    private final Grammar grammar;
    private final Antecedent antecedent;
    private final List<Turn> before;

    private FollowUps(Line question, Grammar grammar, List<Turn> before) {
        this.question = question;
        this.grammar = grammar;
        this.before = before;
        antecedent = new Antecedent(before, grammar);
    }

    /// The question with what it leaves out, or nothing where it leaves out nothing.
    ///
    /// @param before the turns before it, oldest first
    public static Optional<String> completed(String question, List<Turn> before) {
        var line = Line.of(question);
        if (before.isEmpty() || line.tokens().isEmpty()) {
            return Optional.empty();
        }
        var tongue = Tongue.of(question);
        var grammar =
                Grammar.of(
                        tongue == Tongue.OTHER ? Tongue.of(before.getLast().understood()) : tongue);
        return grammar == null
                ? Optional.empty()
                : new FollowUps(line, grammar, before)
                        .completed()
                        .filter(text -> !text.equals(question));
    }

    private Optional<String> completed() {
        return ordinal().or(this::hollow).or(this::fragment).or(this::pronoun);
    }

    private boolean is(int at, Words kind) {
        return at >= 0
                && at < question.tokens().size()
                && grammar.has(kind, question.tokens().get(at).lower());
    }

    /// `The second one`, `и второй`: where nothing follows that it could belong to.
    private Optional<String> ordinal() {
        var tokens = question.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int n = grammar.ordinal(tokens.get(i).lower());
            boolean one = is(i + 1, Words.ONE);
            boolean bare =
                    i == tokens.size() - 1
                                    && (is(i - 1, Words.ARTICLES) || is(i - 1, Words.OPENING))
                            || is(i + 1, Words.AUXILIARY) && is(i - 1, Words.ARTICLES);
            if (n >= 0 && (one || bare) && !counted(i)) {
                var token = tokens.get(one ? i + 1 : i);
                return antecedent.item(n).map(item -> inserted(token.end(), item));
            }
        }
        return Optional.empty();
    }

    /// `A second`, `Elizabeth the Second`.
    private boolean counted(int at) {
        var tokens = question.tokens();
        int article = is(at - 1, Words.ARTICLES) ? at - 1 : at;
        return is(at - 1, Words.INDEFINITE) || article > 1 && tokens.get(article - 1).capital();
    }

    /// `Why?`, `Tell me more`.
    private Optional<String> hollow() {
        var other = HalfQuestion.turned(question, whole(), grammar);
        if (other.isPresent()) {
            return other;
        }
        boolean hollow =
                question.tokens().stream()
                        .allMatch(token ->
                                grammar.has(Words.HOLLOW, token.lower())
                                        || grammar.small(token.lower()));
        boolean pointing =
                question.has(grammar, Words.PERSONAL) || question.has(grammar, Words.POSSESSIVE);
        return hollow && !pointing
                ? antecedent
                        .of(Wanted.THING)
                        .map(topic -> inserted(question.tokens().getLast().end(), topic))
                : Optional.empty();
    }

    /// `And in winter?`, `What about the Rhine?`
    private Optional<String> fragment() {
        var tokens = question.tokens();
        String lower = question.lower();
        int from = 0;
        boolean about = false;
        for (String opening : grammar.about()) {
            if (!about && (lower + " ").startsWith(opening + " ")) {
                about = true;
                from = opening.split(" ").length;
            }
        }
        boolean opened = !about && is(0, Words.OPENING);
        from = opened ? 1 : from;
        boolean half =
                about
                        || (opened || is(0, Words.PREPOSITIONS) && question.text().endsWith("?"))
                                && tokens.size() - from <= FRAGMENT
                                && tokens.stream().noneMatch(this::asksOrActs);
        if (!half || from >= tokens.size()) {
            return Optional.empty();
        }
        var said = question.text().substring(tokens.get(from).start(), tokens.getLast().end());
        boolean pointing = tokens.stream().skip(from).anyMatch(this::pronoun);
        return pointing
                ? Optional.empty()
                : Optional.of(new HalfQuestion(Line.of(said), grammar).in(whole()));
    }

    /// The question before, completed too: it may have been asked as it was written.
    private String whole() {
        var last = before.getLast();
        return last.rewrite() == null
                ? completed(last.question(), before.subList(0, before.size() - 1))
                        .orElse(last.question())
                : last.understood();
    }

    private boolean asksOrActs(Token token) {
        return grammar.has(Words.ASKING, token.lower())
                || grammar.has(Words.AUXILIARY, token.lower());
    }

    private boolean pronoun(Token token) {
        return grammar.has(Words.PERSONAL, token.lower())
                || grammar.has(Words.POSSESSIVE, token.lower())
                || grammar.has(Words.DEMONSTRATIVE, token.lower());
    }

    /// A pronoun with nothing before it that it could stand for.
    private Optional<String> pronoun() {
        var at = pointing();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        int i = at.getAsInt();
        int end = question.tokens().get(behind(i)).end();
        return wanted(i).flatMap(antecedent::of).map(topic -> inserted(end, topic));
    }

    /// Where it is.
    private OptionalInt pointing() {
        var tokens = question.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (wanted(i).isPresent()) {
                return OptionalInt.of(i);
            }
            if (!grammar.small(tokens.get(i).lower()) && !askedFor(i) && !actor(i)) {
                return placeAtEnd();
            }
        }
        return OptionalInt.empty();
    }

    /// `Who planted trees THERE?`, where no name is that it could stand for.
    private OptionalInt placeAtEnd() {
        int last = question.tokens().size() - 1;
        boolean place =
                question.tokens().get(last).lower().matches("there|там")
                        && !is(last - 1, Words.AUXILIARY)
                        && question.names(grammar, false).isEmpty();
        return place ? OptionalInt.of(last) : OptionalInt.empty();
    }

    /// `this edict` is one thing.
    private int behind(int at) {
        var tokens = question.tokens();
        boolean noun =
                is(at, Words.DEMONSTRATIVE)
                        && at + 1 < tokens.size()
                        && !grammar.small(tokens.get(at + 1).lower())
                        && !is(at + 1, Words.HOLLOW);
        return noun ? at + 1 : at;
    }

    /// The noun that is asked for: `which YEAR`, `how MANY people`.
    private boolean askedFor(int at) {
        for (int back = 1; back <= 3 && at - back >= 0; back++) {
            if (is(at - back, Words.WANTING)) {
                return true;
            }
            if (grammar.small(question.tokens().get(at - back).lower())) {
                return false;
            }
        }
        return false;
    }

    /// The verb behind a question word, `who BUILT it`, where the pronoun is what it acts on.
    private boolean actor(int at) {
        int pronoun = is(at + 1, Words.PREPOSITIONS) ? at + 2 : at + 1;
        return is(at - 1, Words.ASKING)
                && (is(pronoun, Words.PERSONAL)
                        || is(pronoun, Words.POINTING)
                                && (pronoun == at + 2 || !is(pronoun, Words.RELATIVE))
                        || is(pronoun, Words.DEMONSTRATIVE)
                        || is(pronoun, Words.POSSESSIVE)
                                && pronoun == question.tokens().size() - 1);
    }

    private Optional<Wanted> wanted(int at) {
        var token = question.tokens().get(at);
        String word = token.lower();
        boolean polite = at > 0 && token.capital() && Tongue.of(question.text()) == Tongue.GERMAN;
        boolean nothing = !grammar.has(Words.POINTING, word) && grammar.dummy(question.lower());
        if (polite || nothing || ownName(at, word)) {
            return Optional.empty();
        }
        if (grammar.has(Words.PERSONAL, word)) {
            return Optional.of(kind(word));
        }
        boolean last = at == question.tokens().size() - 1;
        if (grammar.has(Words.POSSESSIVE, word)) {
            boolean own = last ? word.equals("sein") : !first(at);
            return own ? Optional.empty() : Optional.of(kind(word));
        }
        if (grammar.has(Words.DEMONSTRATIVE, word) || that(at)) {
            return Optional.of(Wanted.THING);
        }
        boolean pointing =
                grammar.has(Words.POINTING, word)
                        && !is(at - 1, Words.AUXILIARY)
                        && !is(at + 1, Words.AUXILIARY)
                        && (last || !is(at, Words.ARTICLES) && !is(at, Words.RELATIVE));
        return pointing ? Optional.of(Wanted.PLACE) : Optional.empty();
    }

    /// `How much did THAT cost`, and not `did that war end`.
    private boolean that(int at) {
        if (!question.tokens().get(at).lower().equals("that") || !is(at - 1, Words.AUXILIARY)) {
            return false;
        }
        long behind =
                question.tokens().stream()
                        .skip(at + 1L)
                        .takeWhile(token -> !grammar.small(token.lower()))
                        .count();
        boolean named =
                behind == 1
                        && question.tokens()
                                .get(Math.max(0, at - 2))
                                .lower()
                                .matches("who|what|which");
        return behind < 2 && !named;
    }

    /// Whether what is pointed at is named later, or is nothing at all: `in HIS speech, what did
    /// Obama say`, `how cold is it in Oslo`, `why is it dark`, `these documents`.
    private boolean ownName(int at, String word) {
        boolean own = grammar.has(Words.DEMONSTRATIVE, word) && is(at + 1, Words.OWN);
        if (own || idle(at, word)) {
            return true;
        }
        boolean neuter = word.equals("it") || word.equals("es");
        boolean russian = Tongue.of(question.text()) == Tongue.RUSSIAN;
        boolean pointing =
                russian
                        ? grammar.has(Words.DEMONSTRATIVE, word)
                        : !grammar.gendered() && !neuter && !word.matches("he|she|they|him|them");
        return pointing && named(at, false);
    }

    /// Whether a name follows that is no day or month: behind a preposition, or else not.
    private boolean named(int at, boolean placed) {
        var tokens = question.tokens();
        for (int i = at + 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean name =
                    token.capital()
                            && !grammar.small(token.lower())
                            && !grammar.has(Words.CALENDAR, token.lower());
            int prior = is(i - 1, Words.ARTICLES) ? i - 2 : i - 1;
            if (name && is(prior, Words.PREPOSITIONS) == placed) {
                return true;
            }
        }
        return false;
    }

    /// Whether `it` is the weather, the hour or the way: only where it is asked how or why that is,
    /// or where a place is named.
    private boolean idle(int at, String word) {
        var tokens = question.tokens();
        boolean is =
                (word.equals("it") || word.equals("es"))
                        && is(at - 1, Words.AUXILIARY)
                        && tokens.get(at - 1).lower().matches("is|was|ist|war")
                        && at + 1 < tokens.size();
        if (!is || tokens.get(grammar.gendered() ? tokens.size() - 1 : at + 1).participle()) {
            return false;
        }
        boolean weather = question.has(grammar, Words.WEATHER);
        boolean asked = tokens.stream().limit(at).anyMatch(this::asks);
        boolean placed = named(at, true);
        return asked && weather || (asked || weather) && placed;
    }

    private boolean asks(Token token) {
        return grammar.has(Words.ASKING, token.lower());
    }

    /// Whether nothing of meaning stands before a word: `which team won ITS first title` has its
    /// owner with it.
    private boolean first(int at) {
        return question.tokens().stream().limit(at).allMatch(token -> grammar.small(token.lower()));
    }

    private Wanted kind(String pronoun) {
        if (grammar.has(Words.MANY, pronoun)) {
            return Wanted.MANY;
        }
        return List.of("it", "its", "es", "оно").contains(pronoun) ? Wanted.THING : Wanted.PERSON;
    }

    private String inserted(int end, String topic) {
        String text = question.text();
        return text.substring(0, end) + " (" + topic + ")" + text.substring(end);
    }
}
