package dev.pharos.engine.proof;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.answer.KnownNames;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.proof.Said.Outcome;
import dev.pharos.engine.summary.Phrasing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds what was written of a source to the sentences that it names, clause by clause: every word
/// that says something has to be said there in some form, or nearly so, of the same, no more
/// surely, and as often denied. Rather doubts what is true than lets pass what is not. For one
/// source, one thread.
public final class LineProof {

    /// What a line is written as.
    public enum Kind {
        LINE,
        DECISION,
        QUESTION,
        TASK,
        /// What has the words of its source, and says nothing.
        HEADING
    }

    /// In words.
    private static final int AGREEMENT = 5;

    private final List<Said> sentences;
    private final Map<Integer, Ground.Sentence> parsed = new HashMap<>();
    private final Set<String> names;
    private final Persons persons;

    /// @param sentences all that there are, in their order
    public LineProof(List<Said> sentences) {
        this.sentences = List.copyOf(sentences);
        this.names = KnownNames.in(sentences.stream().map(Said::text).toList());
        this.persons = new Persons(sentences, this::parsed);
    }

    /// @param line one or more sentences
    /// @param named indexes of the sentences that it rests on
    /// @return why it is not proved, or null where it is
    public @Nullable Doubt doubt(String line, Kind kind, List<Integer> named) {
        if (named.isEmpty()) {
            return new Doubt(Reason.UNCITED, List.of());
        }
        var ground = ground(named);
        if (named.stream().anyMatch(each -> !knows(sentences.get(each).language()))
                || !comparable(line, ground.text())) {
            return new Doubt(Reason.UNCHECKED, List.of());
        }
        String language = sentences.get(named.getFirst()).language();
        var wording = Wording.of(language);
        var claims =
                Sentences.in(line, 0, line.length(), language).stream()
                        .map(span -> Clause.in(span.of(line), wording))
                        .toList();
        var said = said(claims, ground);
        if (kind == Kind.HEADING) {
            return said.orElse(null);
        }
        var flat = claims.stream().flatMap(List::stream).toList();
        boolean told = sentences.stream().anyMatch(each -> each.outcome() != Outcome.UNTOLD);
        return said.filter(each -> told && each.reason() == Reason.REWORDED)
                .flatMap(_ -> resolved(line, flat, kind, named))
                .or(() -> said)
                .or(() -> meant(line, claims, kind, named, ground))
                .or(() -> resolved(line, flat, kind, named))
                .orElse(null);
    }

    /// Whether it was decided, where that is claimed, and not turned down.
    private Optional<Doubt> resolved(
            String line, List<Clause> claims, Kind kind, List<Integer> named) {
        if (became(line, named, Outcome.DECIDED)) {
            return Optional.empty();
        }
        if (kind == Kind.DECISION) {
            return named.stream().anyMatch(each -> agreed(each, claims) || decided(line, each))
                    ? Optional.empty()
                    : Optional.of(new Doubt(Reason.UNDECIDED, List.of()));
        }
        boolean plain =
                kind == Kind.LINE
                        && claims.stream()
                                .noneMatch(each ->
                                        each.wished()
                                                || each.asked()
                                                || each.denied()
                                                || each.wording().is("as.reject", each.text()));
        return plain && became(line, named, Outcome.TURNED_DOWN)
                ? Optional.of(new Doubt(Reason.WISHED, List.of()))
                : Optional.empty();
    }

    private boolean became(String line, List<Integer> named, Outcome outcome) {
        return telling(line, named).stream()
                .filter(each -> sentences.get(each).outcome() == outcome)
                .anyMatch(each -> shared(line, each) > 0);
    }

    /// The one of these sentences that has most of a line's words; of several the first.
    ///
    /// @param named at least one
    public int nearest(String line, List<Integer> named) {
        int best = named.getFirst();
        long most = -1;
        for (int each : named) {
            long shared = shared(line, each);
            if (shared > most) {
                best = each;
                most = shared;
            }
        }
        return best;
    }

    private Ground.Sentence parsed(int index) {
        return parsed.computeIfAbsent(index, each -> Ground.Sentence.of(sentences.get(each)));
    }

    private Ground ground(List<Integer> named) {
        var before = new ArrayList<@Nullable Said>();
        for (int each : named) {
            boolean other = each > 0 && !named.contains(each - 1);
            before.add(other ? sentences.get(each - 1) : null);
        }
        return Ground.of(named.stream().map(this::parsed).toList(), before, names);
    }

    /// Whether lines in a language can be held to its words.
    public static boolean knows(String language) {
        return Wording.knows(language);
    }

    /// Whether two texts are in one language, as far as their small words tell.
    private static boolean comparable(String line, String text) {
        var one = Tongue.of(line);
        var other = Tongue.of(text);
        return one == other
                || one == Tongue.OTHER && other != Tongue.RUSSIAN
                || other == Tongue.OTHER && one != Tongue.RUSSIAN;
    }

    /// Whether the words, numbers and days stand there at all.
    private static Optional<Doubt> said(List<List<Clause>> claims, Ground ground) {
        var missing = new LinkedHashSet<String>();
        int words = 0;
        int facts = 0;
        boolean turned = false;
        for (var claim : claims.stream().flatMap(List::stream).toList()) {
            words += claim.words().size();
            var gaps = Missing.from(claim, ground);
            facts += gaps.facts().size();
            turned |= gaps.turned() || !gaps.all().isEmpty() && Opposites.denied(claim, ground);
            missing.addAll(gaps.all());
        }
        boolean none =
                claims.stream()
                        .flatMap(List::stream)
                        .flatMap(claim -> claim.words().stream())
                        .noneMatch(ground::has);
        if (none && words > 0) {
            return Optional.of(new Doubt(Reason.FAR, List.of()));
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        if (turned && facts == 0) {
            return Optional.of(new Doubt(Reason.TURNED, List.of()));
        }
        boolean reworded = facts == 0 && 3 * missing.size() <= 2 * words;
        return Optional.of(
                new Doubt(
                        reworded ? Reason.REWORDED : Reason.NOT_SAID,
                        missing.stream()
                                .filter(each ->
                                        missing.stream().noneMatch(other -> within(each, other)))
                                .toList()));
    }

    /// Whether one of two that are missing tells no more than the other.
    private static boolean within(String one, String other) {
        return !one.equals(other)
                && Words.WORD.matcher(other).results().anyMatch(word -> word.group().equals(one));
    }

    /// Whether they are said of the same, and so.
    private Optional<Doubt> meant(
            String line, List<List<Clause>> claims, Kind kind, List<Integer> named, Ground ground) {
        var flat = claims.stream().flatMap(List::stream).toList();
        boolean agreed =
                became(line, named, Outcome.DECIDED)
                        || kind == Kind.DECISION
                                && named.stream().anyMatch(each -> agreed(each, flat));
        for (var sentence : claims) {
            var order = Order.against(sentence, ground);
            if (order.isPresent()) {
                return order;
            }
            for (var claim : sentence) {
                var doubt =
                        Meaning.turned(claim, ground)
                                .or(() -> wished(claim, sentence, kind, agreed, ground))
                                .or(() -> Meaning.elsewhere(claim, sentence, ground));
                if (doubt.isPresent()) {
                    return doubt;
                }
            }
        }
        boolean asks =
                kind == Kind.QUESTION
                        || claims.stream().flatMap(List::stream).anyMatch(Clause::asked);
        return asks && named.stream().noneMatch(this::asked)
                ? Optional.of(new Doubt(Reason.FAR, List.of()))
                : Optional.empty();
    }

    private static Optional<Doubt> wished(
            Clause claim, List<Clause> sentence, Kind kind, boolean agreed, Ground ground) {
        return switch (kind) {
            case LINE, DECISION ->
                    agreed ? Optional.empty() : Meaning.wished(claim, sentence, ground);
            case QUESTION, TASK, HEADING -> Optional.empty();
        };
    }

    private boolean decided(String line, int index) {
        var said = sentences.get(index);
        var wording = Wording.of(said.language());
        return !said.text().endsWith("?")
                && (decides(said)
                        || wording.is("ruled", said.text())
                                && wording.is("as.reject", line)
                                        == wording.is("as.reject", said.text())
                        || wording.has("ours.plan", said.text())
                                && !wording.is("maybe", said.text()));
    }

    private static boolean decides(Said said) {
        return Phrasing.decides(said.text(), said.language());
    }

    /// Whether a sentence decides what is claimed, or the next one agrees to it.
    private boolean agreed(int index, List<Clause> claims) {
        if (decides(index, claims)) {
            return true;
        }
        int next = index + 1;
        if (next >= sentences.size()) {
            return false;
        }
        var said = sentences.get(next);
        var wording = Wording.of(said.language());
        var rest = wording.pattern("agrees").matcher(said.text()).replaceFirst("");
        boolean brief =
                Words.all(said.text(), wording).size() <= AGREEMENT
                        && Words.of("… " + rest, wording).isEmpty()
                        && !said.text().endsWith("?");
        return brief && wording.is("agrees", said.text()) || decides(next, claims);
    }

    /// Whether it is decided there, and that, or what was said before.
    private boolean decides(int index, List<Clause> claims) {
        var said = sentences.get(index);
        if (!decides(said)) {
            return false;
        }
        var sentence = parsed(index);
        long words = sentence.clauses().stream().mapToLong(each -> each.words().size()).sum();
        var claimed = claims.stream().flatMap(claim -> claim.words().stream()).toList();
        long shared = claimed.stream().filter(sentence::says).count();
        return words < 2 || 2 * shared > claimed.size();
    }

    private boolean asked(int index) {
        var said = sentences.get(index);
        return said.text().endsWith("?")
                || Wording.of(said.language()).is("asks", said.text())
                || Phrasing.leavesOpen(said.text(), said.language());
    }

    /// Whether a person is to do what these sentences say: they say it of themselves, are named
    /// there, or say yes to it.
    ///
    /// @param task what is to be done
    public boolean does(String person, String task, List<Integer> named) {
        return telling(task, named).stream().anyMatch(each -> persons.does(person, each))
                || named.stream()
                        .filter(each -> shared(task, each) > 0)
                        .anyMatch(each -> persons.takesOver(person, each));
    }

    /// Those of these sentences that have most of a task's words; all where none has any.
    private List<Integer> telling(String task, List<Integer> named) {
        long most = named.stream().mapToLong(each -> shared(task, each)).max().orElse(0);
        return named.stream().filter(each -> shared(task, each) == most).toList();
    }

    private long shared(String text, int index) {
        var sentence = parsed(index);
        return Words.of("… " + text, sentence.wording()).stream().filter(sentence::says).count();
    }

    /// Whether by when is said where the task is, or right beside that.
    public boolean due(String due, String task, List<Integer> named) {
        if (named.isEmpty()) {
            return false;
        }
        var telling = telling(task, named);
        var ground =
                ground(
                        named.stream()
                                .filter(each ->
                                        telling.stream().anyMatch(at -> Math.abs(at - each) < 2))
                                .toList());
        var wording = Wording.of(sentences.get(named.getFirst()).language());
        return Clause.in(due, wording).stream()
                .allMatch(claim -> Missing.from(claim, ground).all().isEmpty());
    }
}
