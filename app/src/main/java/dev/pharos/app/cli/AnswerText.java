package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.search.Hit;

import java.util.ArrayList;
import java.util.List;

/// Hits and answers as a person reads them in a terminal.
final class AnswerText {
    private static final int INDENT = 4;
    private static final int NEAREST = 3;

    private final Sources sources;
    private final boolean styled;

    /// @param styled true to set found words in bold for a terminal
    AnswerText(Sources sources, boolean styled) {
        this.sources = sources;
        this.styled = styled;
    }

    /// The answer with its proofs, or the refusal with what came nearest; one entry a line.
    List<String> lines(Answer answer) {
        var lines = new ArrayList<String>();
        if (answer.supported()) {
            lines.add(answer.text());
            lines.add("");
            doubts(answer, lines);
            answer.citations().forEach(citation -> lines.add(line(citation)));
        } else if (answer.nearest().isEmpty()) {
            boolean kept = answer.origin().passagesMeant() > 0;
            lines.add(text(kept ? "answer.unsupported" : "ask.nothingNear"));
        } else {
            lines.add(text("ask.unsupported"));
            var nearest = answer.nearest();
            for (int i = 0; i < Math.min(NEAREST, nearest.size()); i++) {
                lines.addAll(lines(nearest.get(i), i + 1));
            }
        }
        if (!answer.supported()) {
            doubts(answer, lines);
        }
        if (answer.stopped()) {
            lines.add(text("answer.stopped"));
        }
        lines.add("");
        var origin = answer.origin();
        lines.add(
                text(
                        origin.local() ? "ask.local" : "ask.remote",
                        origin.model(),
                        origin.took().toMillis()));
        if (origin.passagesUsed() < origin.passagesMeant()) {
            lines.add(text("ask.partly", origin.passagesUsed(), origin.passagesMeant()));
        }
        return lines;
    }

    /// The sentences that are not proved, and why.
    private static void doubts(Answer answer, List<String> into) {
        var words = new AnswerWords();
        for (var each : answer.sentences()) {
            if (each.doubt() != null) {
                into.add(text("ask.doubt", each.text(), words.doubt(each.doubt())));
            }
        }
    }

    List<String> lines(Hit hit) {
        return lines(hit, hit.rank());
    }

    private List<String> lines(Hit hit, int number) {
        var place =
                PlaceText.of(hit.source().kind(), hit.place(), hit.passage().highlight() != null);
        return List.of(
                text("search.hit", number, hit.source().title(), place, place.isEmpty() ? 0 : 1),
                SnippetText.of(hit, styled).indent(INDENT).stripTrailing());
    }

    private String line(Citation citation) {
        var place =
                sources.find(citation.source())
                        .map(Source::kind)
                        .map(kind ->
                                PlaceText.of(kind, citation.place(), citation.highlight() != null))
                        .orElse("");
        return text(
                "ask.citation",
                citation.marker(),
                citation.title(),
                place,
                place.isEmpty() ? 0 : 1,
                citation.quote().replaceAll("\\s+", " "));
    }
}
