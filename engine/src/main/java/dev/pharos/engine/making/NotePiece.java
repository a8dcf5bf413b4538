package dev.pharos.engine.making;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MadeNote.Details;
import dev.pharos.engine.making.MadeNote.Part;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.making.MadeNote.Writer;
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
import java.util.Map;
import java.util.Optional;

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
        var pieces = new ArrayList<NotePiece>();
        for (var each :
                summarizer.parts(material, settings.parts(), depth(settings), existing, progress)) {
            if (each.summary().title() != null) {
                pieces.add(new NotePiece(each.material(), existing, each.summary(), Details.NONE));
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
        return with(details.of(part));
    }

    private NotePiece with(Details other) {
        return new NotePiece(material, existing, summary, other);
    }

    private WritingBrief.Wished wished(Settings settings) {
        String language = settings.language() == null ? summary.language() : settings.language();
        return new WritingBrief.Wished(depth(settings), language, existing);
    }

    /// As a model writes it.
    NotePiece written(ModelWriter writer, Settings settings, Progress progress)
            throws ProblemException {
        var wished = wished(settings);
        var written = writer.written(material, summary, wished, progress);
        var by = new Writer(writer.name(), ModelWriter.fingerprint(material, wished));
        return new NotePiece(material, existing, written, details.by(by));
    }

    /// As a model wrote the same before; nothing where none did, or where it says something else
    /// now.
    Optional<NotePiece> kept(Settings settings, @Nullable MadeNote before) {
        if (before == null) {
            return Optional.empty();
        }
        var by = before.details().writer();
        return by != null && by.of().equals(ModelWriter.fingerprint(material, wished(settings)))
                ? Optional.of(new NotePiece(material, existing, before.summary(), details.by(by)))
                : Optional.empty();
    }

    /// Whether this model wrote it.
    boolean by(ModelWriter writer) {
        return details.writer() != null && details.writer().model().equals(writer.name());
    }

    NoteDraft draft(
            NoteMaking.Parts parts,
            Source source,
            Settings settings,
            NoteForm form,
            NoteDraft.Beside beside) {
        return new NoteDraft(parts, source, settings, form, summary, details, beside);
    }

    /// With what the web says now, else with what it said when the notes were made before.
    static List<NotePiece> researched(
            List<NotePiece> pieces,
            List<MadeNote> earlier,
            NoteResearch research,
            Progress progress) {
        var matching = matching(pieces, earlier);
        var researched = new ArrayList<NotePiece>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var before = matching.get(i);
            var known = before == null ? List.<Finding>of() : before.details().findings();
            var found = research.findings(piece.summary(), known, progress);
            researched.add(piece.with(piece.details().finding(found)));
        }
        return researched;
    }

    /// The notes that were made of the same before, by the index of the piece.
    static Map<Integer, MadeNote> matching(List<NotePiece> pieces, List<MadeNote> earlier) {
        var parts = new ArrayList<@Nullable Part>();
        pieces.forEach(piece -> parts.add(piece.details().part()));
        return NoteWriting.matching(parts, earlier);
    }
}
