package dev.pharos.engine.summary;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.summary.TopicSegmentation.Topic;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.List;

/// Says in few lines what a source says, without a language model: it picks its sentences and
/// phrases, and writes none. Safe for use by several threads.
public final class Summarizer {
    /// From so many words on a part is a note of its own.
    public static final int PART_WORDS = 400;

    private final Embedder embedder;

    public Summarizer(Embedder embedder) {
        this.embedder = embedder;
    }

    /// Blocks for seconds: most of it is the embedding, which progress counts in sentences.
    ///
    /// @param existing names of the library's tags, those that are used most first
    /// @throws ProblemException if the model cannot be loaded
    /// @throws java.util.concurrent.CancellationException if cancelled
    public Summary summarise(
            Material material, Depth depth, List<String> existing, Progress progress)
            throws ProblemException {
        return summary(Gathered.of(material, embedder, progress), depth, existing, progress);
    }

    private Summary summary(
            Gathered gathered, Depth depth, List<String> existing, Progress progress)
            throws ProblemException {
        var phrases = KeyPhrases.of(gathered, embedder);
        progress.checkpoint();
        var tags = new Tagging(gathered, phrases, embedder).best(existing, depth.tags);
        progress.checkpoint();
        var topics = TopicSegmentation.of(gathered, depth.topics);
        progress.checkpoint();
        return new Writing(gathered, phrases, topics, depth).summary(tags);
    }

    /// What a part of a material says.
    public record Part(Material material, Summary summary) {}

    /// The same for as many parts as are wanted, cut where the topic changes most: for fewer where
    /// there are too few words for a note each.
    ///
    /// @throws ProblemException if the model cannot be loaded
    /// @throws java.util.concurrent.CancellationException if cancelled
    public List<Part> parts(
            Material material, int wanted, Depth depth, List<String> existing, Progress progress)
            throws ProblemException {
        var gathered = Gathered.of(material, embedder, progress);
        var parts = new ArrayList<Part>();
        for (var each : divided(gathered, wanted)) {
            parts.add(new Part(each.material(), summary(each, depth, existing, progress)));
        }
        return List.copyOf(parts);
    }

    private static List<Gathered> divided(Gathered gathered, int wanted) {
        int words =
                gathered.material().sentences().stream()
                        .mapToInt(sentence -> Fluency.words(sentence.text()))
                        .sum();
        boolean says = gathered.units().size() > 1;
        int parts = says ? Math.clamp(words / PART_WORDS, 1, wanted) : 1;
        var topics = parts == 1 ? List.<Topic>of() : TopicSegmentation.divided(gathered, parts);
        return topics.size() < 2
                ? List.of(gathered)
                : topics.stream().map(each -> gathered.part(each.from(), each.to())).toList();
    }

    /// The sentences that tell most of the whole in about so many words, in their order.
    ///
    /// @throws ProblemException if the model cannot be loaded
    /// @throws java.util.concurrent.CancellationException if cancelled
    public List<Line> extract(Material material, int words, Progress progress)
            throws ProblemException {
        var gathered = Gathered.of(material, embedder, progress);
        var ranking = new SentenceRanking(gathered);
        return ranking.lines(ranking.best(words, gathered.units().size(), _ -> true));
    }

    static Line line(Unit unit) {
        var sentence = unit.sentence();
        return new Line(unit.text(), sentence.speaker(), sentence.place(), sentence.words());
    }
}
