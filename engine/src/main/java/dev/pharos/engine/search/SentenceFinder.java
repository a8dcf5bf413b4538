package dev.pharos.engine.search;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Leads hits in recordings to the sentence for which they were found: a passage may be minutes
/// long. It is the sentence with most of the query's words, where a word that is in few sentences
/// of the passage weighs more; in a passage that has none of them the sentence whose meaning is
/// nearest.
final class SentenceFinder {
    private static final long LONGEST_MS = 15_000;

    /// So many hits are led by meaning, because the model takes a millisecond for each sentence.
    private static final int BY_MEANING = 10;

    /// A sentence of a passage.
    private record Said(String text, Place place) {}

    private final Transcripts transcripts;

    SentenceFinder(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    /// The same hits, in their order.
    ///
    /// @param embedder null where the model may not be asked
    List<Hit> narrowed(List<Hit> hits, ParsedQuery parsed, @Nullable Embedder embedder)
            throws ProblemException {
        var narrowed = new ArrayList<Hit>();
        float[] meant = null;
        int asked = 0;
        for (Hit hit : hits) {
            var said = said(hit);
            var best = said.size() < 2 ? null : byWords(said, hit, parsed);
            if (best == null && said.size() > 1 && embedder != null && asked < BY_MEANING) {
                asked++;
                meant = meant == null ? embedder.embedQuery(parsed.text()) : meant;
                best = byMeaning(said, meant, embedder);
            }
            narrowed.add(best == null ? hit : at(hit, best.place()));
        }
        return narrowed;
    }

    /// The sentences that begin in the passage; none where nothing is spoken.
    private List<Said> said(Hit hit) {
        Long from = hit.place().startMs();
        Long to = hit.place().endMs();
        if (from == null || to == null) {
            return List.of();
        }
        var heard = transcripts.heard(hit.source().id(), from, to).map(SpokenText::of);
        return heard.stream()
                .flatMap(spoken ->
                        spoken.sentences(hit.passage().language(), LONGEST_MS).stream()
                                .filter(place -> begins(place, from, to))
                                .map(place -> new Said(text(spoken, place), place)))
                .toList();
    }

    private static boolean begins(Place place, long fromMs, long toMs) {
        Long start = place.startMs();
        return start != null && start >= fromMs && start < toMs;
    }

    private static String text(SpokenText spoken, Place place) {
        return spoken.text().substring(place.startOffset(), place.endOffset());
    }

    private static @Nullable Said byWords(List<Said> said, Hit hit, ParsedQuery parsed) {
        String language = hit.passage().language();
        var found = said.stream().map(each -> words(each.text(), parsed, language)).toList();
        var frequency = new HashMap<String, Integer>();
        found.forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
        Said best = null;
        double most = 0;
        for (int i = 0; i < said.size(); i++) {
            double weight = weight(found.get(i), frequency, said.size());
            if (weight > most) {
                most = weight;
                best = said.get(i);
            }
        }
        return best;
    }

    private static double weight(Set<String> words, Map<String, Integer> frequency, int all) {
        return words.stream()
                .mapToDouble(word ->
                        Math.log(1 + all / (double) Objects.requireNonNull(frequency.get(word))))
                .sum();
    }

    /// The query's words in a text; the forms of one count as the same.
    private static Set<String> words(String text, ParsedQuery parsed, String language) {
        return Highlighting.said(parsed, text, language).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .map(word -> compared(word, language))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String compared(String word, String language) {
        var terms = Terms.of(word, language);
        return terms.isEmpty() ? word.toLowerCase(Locale.ROOT) : String.join(" ", terms);
    }

    private static Said byMeaning(List<Said> said, float[] meant, Embedder embedder)
            throws ProblemException {
        var vectors = embedder.embed(said.stream().map(Said::text).toList());
        int best = 0;
        for (int i = 1; i < said.size(); i++) {
            best = likeness(meant, vectors.get(i)) > likeness(meant, vectors.get(best)) ? i : best;
        }
        return said.get(best);
    }

    private static double likeness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }

    private static Hit at(Hit hit, Place time) {
        var place = hit.place();
        return new Hit(
                hit.rank(),
                hit.score(),
                hit.shares(),
                hit.source(),
                hit.passage(),
                hit.highlights(),
                new Place(
                        place.page(),
                        place.heading(),
                        place.paragraph(),
                        time.startMs(),
                        time.endMs(),
                        place.startOffset(),
                        place.endOffset()));
    }
}
