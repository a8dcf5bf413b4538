package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.conversation.Antecedent.Wanted;
import dev.pharos.engine.conversation.Grammar.Words;
import dev.pharos.engine.conversation.Line.Token;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Completes follow-up questions by rules, in English, German and Russian; in other languages, and
/// where a question can be understood by itself, it does nothing. It is a follow-up that points
/// with an ordinal (`the second one`), that is only half a question (`And in winter?`), that asks
/// for nothing in particular (`Why?`), or that has a pronoun with nothing before it which that
/// could stand for. Of what a pronoun stands for the words are put in parentheses behind it, which
/// is right in each language whatever its endings.
public final class FollowUps {
    private static final int FRAGMENT = 6;

    /// Behind `is it` and `ist es`: what was done to it.
    private static final Pattern PARTICIPLE =
            Pattern.compile(
                    "\\p{L}+ed|built|made|found|known|held|won|sold|written|done|called|taken|given|lost|sent"
                            + "|shown|used|\\p{L}*ge\\p{L}+(?:t|en)|\\p{L}+iert|\\p{L}*(?:be|ver|er|ent|zer)\\p{L}+(?:t|en)");

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
        return pointing ? Optional.empty() : Optional.of(replaced(Line.of(said)));
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

    /// The question before with its like part replaced, or else with this one behind it.
    private String replaced(Line said) {
        String asked = before.getLast().understood();
        String end =
                asked.matches(".*[?.!…]\\s*")
                        ? asked.strip().substring(asked.strip().length() - 1)
                        : "?";
        String whole = asked.replaceAll("[?.!…\\s]+$", "");
        var line = Line.of(whole);
        boolean number = said.tokens().stream().anyMatch(Token::number);
        if (grammar.has(Words.PREPOSITIONS, said.tokens().getFirst().lower())) {
            for (int i = line.tokens().size() - 1; i > 0; i--) {
                var token = line.tokens().get(i);
                boolean last =
                        line.tokens().stream()
                                .skip(i + 1L)
                                .noneMatch(each ->
                                        grammar.has(Words.PREPOSITIONS, each.lower())
                                                || grammar.has(Words.AUXILIARY, each.lower()));
                boolean alike =
                        number
                                == (i + 1 < line.tokens().size()
                                        && line.tokens().get(i + 1).number());
                if (last && alike && token.lower().equals(said.tokens().getFirst().lower())) {
                    return whole.substring(0, token.start()) + said.text() + end;
                }
            }
        } else {
            var names = line.names(grammar, false);
            if (names.size() == 1 && !said.names(grammar, true).isEmpty()) {
                return swapped(whole, names.getFirst(), said) + end;
            }
        }
        return whole + " (" + said.text() + ")" + end;
    }

    /// One article is enough, and none where it may be in another case.
    private String swapped(String whole, String named, Line said) {
        String name = named.replaceFirst("^.* of (?:the )?", "");
        int at = whole.indexOf(name);
        boolean article =
                said.tokens().size() > 1
                        && grammar.has(Words.ARTICLES, said.tokens().getFirst().lower());
        String left = whole.substring(0, at);
        String put = said.text();
        var line = Line.of(left);
        if (article
                && !line.tokens().isEmpty()
                && grammar.has(Words.ARTICLES, line.tokens().getLast().lower())) {
            left = left.substring(0, line.tokens().getLast().start());
            put = grammar.gendered() ? put.substring(said.tokens().get(1).start()) : put;
        }
        return left + put + whole.substring(at + name.length());
    }

    /// A pronoun with nothing before it that it could stand for.
    private Optional<String> pronoun() {
        var tokens = question.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var wanted = wanted(i);
            if (wanted.isPresent()) {
                int end = tokens.get(behind(i)).end();
                return antecedent.of(wanted.get()).map(topic -> inserted(end, topic));
            }
            if (!grammar.small(tokens.get(i).lower()) && !askedFor(i) && !actor(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
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
        int pronoun = at + 1;
        return is(at - 1, Words.ASKING)
                && (is(pronoun, Words.PERSONAL)
                        || is(pronoun, Words.DEMONSTRATIVE)
                        || is(pronoun, Words.POSSESSIVE)
                                && pronoun == question.tokens().size() - 1);
    }

    private Optional<Wanted> wanted(int at) {
        var token = question.tokens().get(at);
        String word = token.lower();
        boolean polite = at > 0 && token.capital() && Tongue.of(question.text()) == Tongue.GERMAN;
        if (polite || grammar.dummy(question.lower())) {
            return Optional.empty();
        }
        if (ownName(at, word)) {
            return Optional.empty();
        }
        if (grammar.has(Words.PERSONAL, word)) {
            return Optional.of(thing(word) ? Wanted.THING : Wanted.PERSON);
        }
        boolean last = at == question.tokens().size() - 1;
        if (grammar.has(Words.POSSESSIVE, word)) {
            boolean own = last ? word.equals("sein") : !first(at);
            return own ? Optional.empty() : Optional.of(thing(word) ? Wanted.THING : Wanted.PERSON);
        }
        if (grammar.has(Words.DEMONSTRATIVE, word)) {
            return Optional.of(Wanted.THING);
        }
        boolean pointing =
                grammar.has(Words.POINTING, word)
                        && !is(at - 1, Words.AUXILIARY)
                        && !is(at + 1, Words.AUXILIARY)
                        && (last || !is(at, Words.ARTICLES) && !is(at, Words.RELATIVE));
        return pointing ? Optional.of(Wanted.PLACE) : Optional.empty();
    }

    /// Whether what is pointed at is named later, or is nothing at all: `how cold is it in Oslo`,
    /// `why is it dark`, `these documents`.
    private boolean ownName(int at, String word) {
        boolean neuter = word.equals("it") || word.equals("es");
        boolean pointing =
                !grammar.gendered() && !word.matches("he|she|they|him|them")
                        || neuter
                        || Tongue.of(question.text()) == Tongue.RUSSIAN
                                && grammar.has(Words.DEMONSTRATIVE, word);
        boolean named =
                question.tokens().stream()
                        .skip(at + 1L)
                        .anyMatch(token -> token.capital() && !grammar.small(token.lower()));
        boolean own = grammar.has(Words.DEMONSTRATIVE, word) && is(at + 1, Words.OWN);
        boolean last = at == question.tokens().size() - 1;
        boolean idle =
                neuter
                        && is(at - 1, Words.AUXILIARY)
                        && question.tokens().get(at - 1).lower().matches("is|was|ist|war")
                        && !last
                        && !PARTICIPLE
                                .matcher(
                                        question.tokens()
                                                .get(
                                                        grammar.gendered()
                                                                ? question.tokens().size() - 1
                                                                : at + 1)
                                                .lower())
                                .matches();
        return pointing && named || own || idle;
    }

    /// Whether nothing of meaning stands before a word: `which team won ITS first title` has its
    /// owner with it.
    private boolean first(int at) {
        return question.tokens().stream().limit(at).allMatch(token -> grammar.small(token.lower()));
    }

    private static boolean thing(String pronoun) {
        return List.of("it", "its", "es", "оно", "they", "them", "their").contains(pronoun);
    }

    private String inserted(int end, String topic) {
        String text = question.text();
        return text.substring(0, end) + " (" + topic + ")" + text.substring(end);
    }
}
