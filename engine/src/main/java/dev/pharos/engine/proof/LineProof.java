package dev.pharos.engine.proof;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.summary.Phrasing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    private final List<Said> sentences;

    /// @param sentences all that there are, in their order
    public LineProof(List<Said> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /// @param line one or more sentences
    /// @param named indexes of the sentences that it rests on
    /// @return why it is not proved, or null where it is
    public @Nullable Doubt doubt(String line, Kind kind, List<Integer> named) {
        if (named.isEmpty()) {
            return new Doubt(Reason.UNCITED, List.of());
        }
        var ground = ground(named);
        if (!comparable(line, ground.text())) {
            return new Doubt(Reason.UNCHECKED, List.of());
        }
        String language = sentences.get(named.getFirst()).language();
        var wording = Wording.of(language);
        var claims =
                Sentences.in(line, 0, line.length(), language).stream()
                        .map(span -> Clause.in(span.of(line), wording))
                        .toList();
        return said(claims, ground)
                .or(() ->
                        kind == Kind.HEADING
                                ? Optional.empty()
                                : meant(claims, kind, named, ground))
                .orElse(null);
    }

    private Ground ground(List<Integer> named) {
        var before = new ArrayList<@Nullable Said>();
        for (int each : named) {
            boolean other = each > 0 && !named.contains(each - 1);
            before.add(other ? sentences.get(each - 1) : null);
        }
        return Ground.of(named.stream().map(sentences::get).toList(), before);
    }

    /// Whether two texts are in one language, as far as their small words tell.
    public static boolean comparable(String line, String text) {
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
        for (var claim : claims.stream().flatMap(List::stream).toList()) {
            words += claim.words().size();
            missing.addAll(Missing.from(claim, ground));
        }
        boolean none =
                claims.stream()
                        .flatMap(List::stream)
                        .flatMap(claim -> claim.words().stream())
                        .noneMatch(ground::has);
        if (none && words > 0) {
            return Optional.of(new Doubt(Reason.FAR, List.of()));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(Reason.NOT_SAID, List.copyOf(missing)));
    }

    /// Whether they are said of the same, and so.
    private Optional<Doubt> meant(
            List<List<Clause>> claims, Kind kind, List<Integer> named, Ground ground) {
        boolean agreed = named.stream().anyMatch(this::agreed);
        for (var sentence : claims) {
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
        if (kind == Kind.DECISION && !agreed && named.stream().noneMatch(this::decided)) {
            return Optional.of(new Doubt(Reason.UNDECIDED, List.of()));
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
            case LINE -> Meaning.wished(claim, sentence, ground);
            case DECISION -> agreed ? Optional.empty() : Meaning.wished(claim, sentence, ground);
            case QUESTION, TASK, HEADING -> Optional.empty();
        };
    }

    private boolean decided(int index) {
        var said = sentences.get(index);
        var wording = Wording.of(said.language());
        return !said.text().endsWith("?")
                && (decides(said)
                        || wording.has("ours.plan", said.text())
                                && !wording.is("maybe", said.text()));
    }

    private static boolean decides(Said said) {
        return Phrasing.decides(said.text(), said.language());
    }

    /// Whether a sentence agrees to what was said before it, or the next one does.
    private boolean agreed(int index) {
        return Stream.of(index, index + 1)
                .filter(each -> each < sentences.size())
                .map(sentences::get)
                .anyMatch(said ->
                        decides(said) || Wording.of(said.language()).is("agrees", said.text()));
    }

    private boolean asked(int index) {
        var said = sentences.get(index);
        return said.text().endsWith("?")
                || Wording.of(said.language()).is("asks", said.text())
                || Phrasing.leavesOpen(said.text(), said.language());
    }

    /// Whether a person is to do what these sentences say: they say it of themselves, are named
    /// there, or say yes to it.
    public boolean does(String person, List<Integer> named) {
        return named.stream().anyMatch(each -> does(person, each));
    }

    private boolean does(String person, int index) {
        var sentence = Ground.Sentence.of(sentences.get(index));
        var name =
                Words.all(person, sentence.wording()).stream()
                        .filter(word -> !sentence.wording().light(word.folded()))
                        .toList();
        if (name.isEmpty()) {
            return false;
        }
        if (sentence.first()) {
            return name.stream().allMatch(sentence::spokenBy)
                    || name.stream().allMatch(sentence.clauses().getFirst()::has)
                            && sentence.clauses().size() > 1;
        }
        return name.stream().allMatch(sentence::says) || accepts(name, index);
    }

    private boolean accepts(List<Word> name, int index) {
        if (index + 1 >= sentences.size()) {
            return false;
        }
        var next = Ground.Sentence.of(sentences.get(index + 1));
        return name.stream().allMatch(next::spokenBy)
                && next.wording().is("yes", next.said().text());
    }

    /// Whether these sentences say by when.
    public boolean due(String due, List<Integer> named) {
        if (named.isEmpty()) {
            return false;
        }
        var ground = ground(named);
        var wording = Wording.of(sentences.get(named.getFirst()).language());
        return Clause.in(due, wording).stream()
                .allMatch(claim -> Missing.from(claim, ground).isEmpty());
    }
}
