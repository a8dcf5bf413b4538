package dev.pharos.engine.making;

import dev.pharos.engine.making.MadeNote.Details;
import dev.pharos.engine.making.MadeNote.Part;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Summarizer;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What becomes one note: a source, or a part of it.
///
/// @param existing the library's tags, those that are used most first
record NotePiece(Material material, List<String> existing, Summary summary, Details details) {

    /// The parts of a source that say something.
    static List<NotePiece> of(
            Material material,
            Settings settings,
            List<String> existing,
            Summarizer summarizer,
            Progress progress)
            throws ProblemException {
        var divided =
                settings.parts() == 1
                        ? List.of(material)
                        : summarizer.divided(material, settings.parts(), progress);
        var pieces = new ArrayList<NotePiece>();
        for (var each : divided) {
            var summary = summarizer.summarise(each, depth(settings), existing, progress);
            if (summary.title() != null) {
                pieces.add(new NotePiece(each, existing, summary, Details.NONE));
            }
        }
        if (pieces.size() > 1) {
            pieces.replaceAll(each -> each.numbered(pieces.indexOf(each) + 1, pieces.size()));
        }
        return List.copyOf(pieces);
    }

    static Depth depth(Settings settings) {
        return settings.depth() == null ? Depth.STANDARD : settings.depth();
    }

    private NotePiece numbered(int number, int of) {
        var sentences = material.sentences();
        var part =
                new Part(
                        number,
                        of,
                        sentences.getFirst().place().startOffset(),
                        sentences.getLast().place().endOffset());
        return with(new Details(details.findings(), part, details.writer()));
    }

    private NotePiece with(Details other) {
        return new NotePiece(material, existing, summary, other);
    }

    /// With what the web says now, else with what it said when the notes were made before.
    static List<NotePiece> researched(
            List<NotePiece> pieces,
            List<MadeNote> earlier,
            NoteResearch research,
            Progress progress) {
        var parts = new ArrayList<@Nullable Part>();
        pieces.forEach(piece -> parts.add(piece.details().part()));
        var matching = NoteWriting.matching(parts, earlier);
        var researched = new ArrayList<NotePiece>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var before = matching.get(i);
            var known = before == null ? List.<Finding>of() : before.details().findings();
            var found = research.findings(piece.summary(), known, progress);
            var details = piece.details();
            researched.add(piece.with(new Details(found, details.part(), details.writer())));
        }
        return researched;
    }
}
