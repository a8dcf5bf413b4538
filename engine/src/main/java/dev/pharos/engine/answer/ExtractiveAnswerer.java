package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers without a language model: of all sentences in the found passages it takes those that
/// answer best. A sentence is judged by how near its meaning is to the question's, by how many of
/// the question's words it has (rare ones count more; those of the sentence before, the headings
/// and the title count in part), and by whether it holds the kind of thing that is asked for.
final class ExtractiveAnswerer {
    private static final int MOST = 3;
    private static final double ALIKE = 0.85;

    /// A sentence and what speaks for it; every figure 0…1.
    record Judged(
            Sentence sentence,
            float[] vector,
            double meaning,
            double words,
            double kind,
            double passage) {
        private static final double NEEDED = 0.5;

        double score() {
            return 0.45 * meaning + 0.35 * words + 0.1 * kind + 0.1 * passage;
        }

        boolean supports() {
            return score() >= NEEDED;
        }
    }

    private final Sources sources;
    private final Embedder embedder;

    ExtractiveAnswerer(Sources sources, Embedder embedder) {
        this.sources = sources;
        this.embedder = embedder;
    }

    Answer answer(Question question, List<Hit> hits) throws ProblemException {
        var chosen = chosen(question, judge(question, hits));
        var text = new StringBuilder();
        var citations = new ArrayList<Citation>();
        for (Judged judged : chosen) {
            int marker = citations.size() + 1;
            citations.add(judged.sentence().cite(marker));
            text.append(text.isEmpty() ? "" : " ")
                    .append(judged.sentence().text().replaceAll("\\s+", " "))
                    .append(" [")
                    .append(marker)
                    .append(']');
        }
        return new Answer(
                question.text(),
                text.toString(),
                !chosen.isEmpty(),
                citations,
                hits,
                Answer.BUILT_IN,
                true,
                question.took());
    }

    /// Every sentence of the passages with what speaks for it, best first.
    List<Judged> judge(Question question, List<Hit> hits) throws ProblemException {
        var sentences = new Evidence(sources).sentences(hits);
        if (sentences.isEmpty()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        texts.add(question.text());
        sentences.forEach(sentence -> texts.add(sentence.text()));
        var vectors = embedder.embed(texts);
        var overlap = new Overlap(question, sentences);
        var wants = question.wants();
        double best = hits.getFirst().score();
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            float[] vector = vectors.get(i + 1);
            judged.add(
                    new Judged(
                            sentence,
                            vector,
                            Math.max(0, dot(vectors.getFirst(), vector)),
                            overlap.of(sentence),
                            wants.in(sentence.text()) ? 1 : 0,
                            best <= 0 ? 0 : Math.max(0, sentence.hit().score() / best)));
        }
        judged.sort(Comparator.comparingDouble(Judged::score).reversed());
        return judged;
    }

    private static List<Judged> chosen(Question question, List<Judged> judged) {
        if (judged.isEmpty() || !judged.getFirst().supports()) {
            return List.of();
        }
        int most = question.wants() == Question.Wants.ANYTHING ? MOST : MOST - 1;
        double enough = judged.getFirst().score() * 0.9;
        var chosen = new ArrayList<Judged>();
        for (Judged each : judged) {
            boolean news =
                    chosen.stream().allMatch(other -> dot(other.vector(), each.vector()) < ALIKE);
            if (chosen.size() < most && each.supports() && each.score() >= enough && news) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }

    /// How much of a question's words a sentence has. A word is worth more the fewer sentences have
    /// it.
    private static final class Overlap {
        private static final double AROUND = 0.6;

        private final Question question;
        private final Map<String, Set<String>> asked = new HashMap<>();
        private final Map<String, Integer> frequency = new HashMap<>();
        private final int count;

        Overlap(Question question, List<Sentence> sentences) {
            this.question = question;
            this.count = sentences.size();
            for (Sentence sentence : sentences) {
                Terms.of(sentence.text(), language(sentence))
                        .forEach(term -> frequency.merge(term, 1, Integer::sum));
            }
        }

        private static String language(Sentence sentence) {
            return sentence.hit().passage().language();
        }

        double of(Sentence sentence) {
            String language = language(sentence);
            var wanted = asked.computeIfAbsent(language, l -> Terms.of(question.text(), l));
            var inside = Terms.of(sentence.text(), language);
            var before = sentence.before();
            String heading = sentence.place().heading();
            var around =
                    Terms.of(
                            sentence.hit().source().title()
                                    + " "
                                    + (heading == null ? "" : heading)
                                    + " "
                                    + (before == null ? "" : before.text()),
                            language);
            double all = 0;
            double got = 0;
            for (String term : wanted) {
                double weight = Math.log(1 + count / (1.0 + frequency.getOrDefault(term, 0)));
                all += weight;
                got += inside.contains(term) ? weight : around.contains(term) ? AROUND * weight : 0;
            }
            return all == 0 ? 0 : got / all;
        }
    }
}
