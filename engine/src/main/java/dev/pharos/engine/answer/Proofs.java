package dev.pharos.engine.answer;

import dev.pharos.engine.answer.AnswerSentence.Cell;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.answer.Facts.Fact;
import dev.pharos.engine.answer.Facts.Ground;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds what a language model wrote to the passages that it names. A sentence is proved by the
/// sentence of each named passage that is nearest in meaning, and by those that have its numbers
/// and names; else it is marked with what it lacks. For one answer, one thread.
final class Proofs {
    /// Below this cosine two sentences in a language that the model knows have nothing to do with
    /// each other.
    private static final double FAR = 0.35;

    private final Evidence evidence;
    private final Embedder embedder;
    private final Set<String> known;
    private final Map<Sentence, Citation> citations = new LinkedHashMap<>();
    private final Map<Hit, Read> read = new LinkedHashMap<>();

    /// A passage's sentences with their vectors.
    private record Read(List<Sentence> sentences, List<float[]> vectors, double fluency) {}

    /// A sentence of a passage, and how near it is to what it shall prove.
    private record Near(Sentence sentence, double cosine) {}

    /// @param given the passages that the model has read
    Proofs(Evidence evidence, Embedder embedder, List<Hit> given) {
        this.evidence = evidence;
        this.embedder = embedder;
        known = KnownNames.in(given.stream().map(hit -> hit.passage().text()).toList());
    }

    /// All that was cited, in the order of the markers.
    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /// @param text a sentence without markers
    /// @param context what it is said of, where it does not say that itself: the row and column of
    ///   a table
    /// @param named the passages that it names
    AnswerSentence checked(String text, String context, List<Hit> named, @Nullable Cell cell)
            throws ProblemException {
        if (named.isEmpty()) {
            return doubted(text, Doubt.Reason.UNCITED, cell);
        }
        String claim = context.isEmpty() ? text : context + ": " + text;
        var vector = embedder.embed(List.of(claim)).getFirst();
        double fluency = fluency(claim);
        var proofs = new LinkedHashSet<Sentence>();
        var all = new ArrayList<Near>();
        for (Hit hit : named) {
            var passage = read(hit);
            var near = near(vector, passage);
            if (near.getFirst().cosine() >= FAR * Math.min(fluency, passage.fluency())) {
                proofs.add(near.getFirst().sentence());
                all.addAll(near);
            }
        }
        if (proofs.isEmpty()) {
            return doubted(text, Doubt.Reason.FAR, cell);
        }
        all.sort((one, other) -> Double.compare(other.cosine(), one.cosine()));
        boolean names = comparable(text, all);
        var ground = ground(all);
        var missing = new ArrayList<String>();
        if (names) {
            // Behind a comma no word is the first of a sentence.
            Facts.of(", " + context, true, ground).stream()
                    .filter(fact -> !fact.number() && !around(fact, ground))
                    .forEach(fact -> missing.add(fact.written()));
        }
        var before = before(proofs);
        for (Fact fact : Facts.of(text, names, ground)) {
            if (!proved(fact, claim, proofs, all) && (fact.number() || !around(fact, before))) {
                missing.add(fact.written());
            }
        }
        var markers = proofs.stream().map(this::marker).toList();
        var doubt =
                missing.isEmpty()
                        ? turned(claim, all.getFirst().sentence(), names)
                        : new Doubt(Doubt.Reason.NOT_SAID, missing);
        return new AnswerSentence(text, markers, doubt, cell);
    }

    /// @param oneLanguage whether both are in the same
    private static @Nullable Doubt turned(String claim, Sentence nearest, boolean oneLanguage) {
        String not = oneLanguage ? SameThing.not(nearest, claim) : "";
        return not.isEmpty() ? null : new Doubt(Doubt.Reason.TURNED, List.of(not));
    }

    private static AnswerSentence doubted(String text, Doubt.Reason reason, @Nullable Cell cell) {
        return new AnswerSentence(text, List.of(), new Doubt(reason, List.of()), cell);
    }

    private int marker(Sentence proof) {
        return citations.computeIfAbsent(proof, each -> each.cite(citations.size() + 1)).marker();
    }

    /// Whether the proofs have a number or name, or a sentence that has it and speaks of the same
    /// can be added to them.
    private static boolean proved(Fact fact, String claim, Set<Sentence> proofs, List<Near> all) {
        if (proofs.stream().anyMatch(proof -> SameThing.says(proof, fact, claim))) {
            return true;
        }
        return all.stream()
                .map(Near::sentence)
                .filter(each -> SameThing.says(each, fact, claim))
                .filter(each -> SameThing.about(each, fact, claim))
                .findFirst()
                .map(proofs::add)
                .orElse(false);
    }

    /// What is said above the proofs and before them, where a pronoun of theirs may lead.
    private Ground before(Set<Sentence> proofs) {
        return new Ground(
                proofs.stream()
                        .map(proof -> {
                            var hit = proof.hit();
                            int end =
                                    proof.place().endOffset() - hit.passage().place().startOffset();
                            String text = hit.passage().text();
                            return above(hit)
                                    + "\n"
                                    + text.substring(0, Math.clamp(end, 0, text.length()));
                        })
                        .collect(Collectors.joining("\n")),
                known);
    }

    private static String above(Hit hit) {
        return hit.source().title()
                + "\n"
                + Objects.requireNonNullElse(hit.passage().place().heading(), "");
    }

    /// Names are compared within a language only.
    private static boolean comparable(String text, List<Near> all) {
        var tongue = Tongue.of(text);
        return all.stream()
                .map(each -> Tongue.of(each.sentence().hit().passage().text()))
                .allMatch(other ->
                        other == tongue || other == Tongue.OTHER || tongue == Tongue.OTHER);
    }

    /// Whether a name is what the source, the chapter or what comes before is about, or cannot be
    /// there because it is written otherwise.
    private static boolean around(Fact name, Ground ground) {
        return ground.has(name) || !ground.sameScript(name);
    }

    /// All that is said in the passages and above them.
    private Ground ground(List<Near> all) {
        return new Ground(
                all.stream()
                        .map(each -> each.sentence().hit())
                        .distinct()
                        .map(hit -> above(hit) + "\n" + hit.passage().text())
                        .collect(Collectors.joining("\n")),
                known);
    }

    private static List<Near> near(float[] claim, Read passage) {
        var near = new ArrayList<Near>();
        for (int i = 0; i < passage.sentences().size(); i++) {
            near.add(
                    new Near(
                            passage.sentences().get(i),
                            ExtractiveAnswerer.dot(claim, passage.vectors().get(i))));
        }
        near.sort((one, other) -> Double.compare(other.cosine(), one.cosine()));
        return near;
    }

    private Read read(Hit hit) throws ProblemException {
        var known = read.get(hit);
        if (known == null) {
            var sentences = evidence.sentences(hit);
            known =
                    new Read(
                            sentences,
                            embedder.embed(sentences.stream().map(Sentence::text).toList()),
                            fluency(hit.passage().text()));
            read.put(hit, known);
        }
        return known;
    }

    private double fluency(String text) throws ProblemException {
        return Fluency.of(text, embedder.countTokens(List.of(text))[0]);
    }
}
