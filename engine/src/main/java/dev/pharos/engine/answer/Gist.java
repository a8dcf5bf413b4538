package dev.pharos.engine.answer;

import dev.pharos.engine.answer.ExtractiveAnswerer.Judged;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.Centrality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Picks the sentences that say what many others say: topic-sensitive LexRank (Otterbacher, Erkan
/// and Radev 2005), the importance of a sentence being what its neighbours in meaning give it and
/// what it has to do with the question.
final class Gist {
    private static final int MOST = 6;
    private static final int LOOKED_AT = 150;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 400;
    private static final double ALIKE = 0.75;
    private static final double NEIGHBOUR = 0.2;
    private static final double DAMPING = 0.7;

    private Gist() {}

    /// @param judged best first
    /// @return in the order of the sources as they were found, and in each as they stand there
    static List<Judged> of(List<Judged> judged) {
        var whole =
                judged.stream()
                        .filter(each -> whole(each.sentence().text()))
                        .limit(LOOKED_AT)
                        .toList();
        if (whole.isEmpty()) {
            return judged.stream().limit(1).toList();
        }
        double[] rank = ranks(whole);
        var order =
                IntStream.range(0, whole.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> rank[i]).reversed())
                        .toList();
        var chosen = new ArrayList<Judged>();
        for (int i : order) {
            boolean news = chosen.stream().allMatch(other -> near(other, whole.get(i)) < ALIKE);
            if (news && chosen.size() < MOST) {
                chosen.add(whole.get(i));
            }
        }
        return inOrder(chosen, judged);
    }

    private static boolean whole(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.matches("(?s).*[.!?…。]['\"”’»)\\]\\d]*");
    }

    private static double[] ranks(List<Judged> sentences) {
        double[] topic =
                sentences.stream()
                        .mapToDouble(each ->
                                each.signals().meaning() + each.signals().said().around() + 0.01)
                        .toArray();
        var vectors = sentences.stream().map(Judged::vector).toList();
        return Centrality.of(vectors, topic, NEIGHBOUR, DAMPING);
    }

    private static double near(Judged one, Judged other) {
        return ExtractiveAnswerer.dot(one.vector(), other.vector());
    }

    private static List<Judged> inOrder(List<Judged> chosen, List<Judged> all) {
        Map<SourceId, Integer> found = new LinkedHashMap<>();
        all.forEach(each -> found.putIfAbsent(source(each), found.size()));
        return chosen.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Judged each) -> found.getOrDefault(source(each), 0))
                                .thenComparingInt(each -> each.sentence().place().startOffset()))
                .toList();
    }

    private static SourceId source(Judged judged) {
        return judged.sentence().hit().source().id();
    }
}
