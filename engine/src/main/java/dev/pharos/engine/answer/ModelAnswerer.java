package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Has a language model write the answer from found passages, and holds it to the rules: a sentence
/// stays only if it names a passage it was given, and each citation quotes the sentence of that
/// passage which is nearest in meaning. A sentence with a number that its passage does not have, or
/// that is far from everything its passage says, is left out.
final class ModelAnswerer {
    /// More of them help small models little, and each takes time to be read.
    private static final int PASSAGES = 5;

    /// Below this cosine two sentences in a language that the model knows have nothing to do with
    /// each other.
    private static final double FAR = 0.35;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern MARKER =
            Pattern.compile("\\s*\\[(\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)]");
    private static final Pattern STOP_BEFORE_MARKER =
            Pattern.compile("([.!?…])((?:\\s*\\[[\\d,\\s]+])+)");

    private final Sources sources;
    private final Transcripts transcripts;
    private final Embedder embedder;
    private final LanguageModel model;

    ModelAnswerer(
            Sources sources, Transcripts transcripts, Embedder embedder, LanguageModel model) {
        this.sources = sources;
        this.transcripts = transcripts;
        this.embedder = embedder;
        this.model = model;
    }

    /// What the model said, and how much it has read.
    private record Reply(String text, List<Hit> read, int meant) {}

    Answer answer(Question question, List<Hit> hits, Consumer<String> onText, Progress progress)
            throws ProblemException {
        var best = hits.stream().limit(PASSAGES).toList();
        if (best.isEmpty()) {
            return refusal(question, hits, new Reply("", best, 0), true);
        }
        var reply = ask(question, best, onText, progress);
        progress.checkpoint();
        return reply.text().contains(Brief.REFUSAL)
                ? refusal(question, hits, reply, model.local())
                : checked(question, reply, hits);
    }

    /// Leaves out what is beyond the model's context by whole passages, the least relevant first:
    /// as many as the estimate says, and more where the model still finds it too much.
    private Reply ask(Question question, List<Hit> best, Consumer<String> onText, Progress progress)
            throws ProblemException {
        var brief = new Brief(question.text(), best);
        int used = brief.fitting(model);
        while (true) {
            try {
                String reply =
                        model.reply(brief.messages(used), new Thoughts(onText)::hear, progress);
                return new Reply(Thoughts.without(reply), best.subList(0, used), best.size());
            } catch (ProblemException e) {
                if (used == 1 || !(e.problem() instanceof Problem.ContextTooSmall)) {
                    throw e;
                }
                used--;
            }
        }
    }

    private Answer refusal(Question question, List<Hit> hits, Reply reply, boolean local) {
        return new Answer(
                question.text(), "", false, List.of(), hits, origin(question, reply, local));
    }

    private Answer.Origin origin(Question question, Reply reply, boolean local) {
        return new Answer.Origin(
                model.name(), local, question.took(), reply.read().size(), reply.meant());
    }

    private Answer checked(Question question, Reply reply, List<Hit> hits) throws ProblemException {
        // "It shone. [1]" reads "It shone [1]." so that a marker never begins the next sentence.
        String text = STOP_BEFORE_MARKER.matcher(reply.text().strip()).replaceAll("$2$1");
        var given = reply.read();
        var evidence = new Evidence(sources, transcripts);
        Map<Sentence, Citation> citations = new LinkedHashMap<>();
        var kept = new StringBuilder();
        for (var span : Sentences.in(text, 0, text.length(), "und")) {
            String sentence = span.of(text);
            var numbers = numbers(sentence, given.size());
            String words = MARKER.matcher(sentence).replaceAll("").strip();
            var proofs = new ArrayList<Sentence>();
            for (int number : numbers) {
                proof(words, given.get(number - 1), evidence).ifPresent(proofs::add);
            }
            if (words.isBlank() || proofs.isEmpty()) {
                continue;
            }
            kept.append(kept.isEmpty() ? "" : " ").append(words);
            for (Sentence proof : proofs) {
                var citation = citations.computeIfAbsent(proof, p -> p.cite(citations.size() + 1));
                kept.append(" [").append(citation.marker()).append(']');
            }
        }
        if (citations.isEmpty()) {
            return refusal(question, hits, reply, model.local());
        }
        return new Answer(
                question.text(),
                kept.toString(),
                true,
                List.copyOf(citations.values()),
                hits,
                origin(question, reply, model.local()));
    }

    private static List<Integer> numbers(String sentence, int given) {
        var numbers = new ArrayList<Integer>();
        var markers = MARKER.matcher(sentence);
        while (markers.find()) {
            for (String number : markers.group(1).split("\\s*,\\s*")) {
                int n = Integer.parseInt(number);
                if (n >= 1 && n <= given && !numbers.contains(n)) {
                    numbers.add(n);
                }
            }
        }
        return numbers;
    }

    /// The sentence of the passage that is nearest, if the passage says such a thing at all. Across
    /// languages that the embedding model does not know only the numbers can be compared.
    private Optional<Sentence> proof(String words, Hit hit, Evidence evidence)
            throws ProblemException {
        var numbers = NUMBER.matcher(words);
        while (numbers.find()) {
            if (!hit.passage().text().contains(numbers.group())) {
                return Optional.empty();
            }
        }
        var sentences = evidence.sentences(hit);
        var texts = new ArrayList<String>();
        texts.add(words);
        sentences.forEach(sentence -> texts.add(sentence.text()));
        var vectors = embedder.embed(texts);
        int best = 0;
        double nearest = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double near = ExtractiveAnswerer.dot(vectors.getFirst(), vectors.get(i + 1));
            if (near > nearest) {
                nearest = near;
                best = i;
            }
        }
        double fluency = Math.min(fluency(words), fluency(hit.passage().text()));
        return nearest >= FAR * fluency ? Optional.of(sentences.get(best)) : Optional.empty();
    }

    private double fluency(String text) throws ProblemException {
        return Fluency.of(text, embedder.countTokens(List.of(text))[0]);
    }
}
