package dev.pharos.engine.making;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.note.WrittenLink;
import dev.pharos.engine.note.WrittenLinks;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What notes are made from. Where that was removed for good and is in the library anew, the same
/// bytes or a file of that name with the words that its notes quote, it is found again; once a note
/// is made from it all are its own.
final class Origin {
    /// The share of the quoted words that a file of that name must have.
    private static final double SAME = 0.8;

    /// What a note is made from.
    ///
    /// @param before as which it was known to its notes; its own id where it never left
    record Found(Source source, SourceId before) {
        boolean anew() {
            return !before.equals(source.id());
        }
    }

    private final NoteMaking.Parts parts;

    Origin(NoteMaking.Parts parts) {
        this.parts = parts;
    }

    /// @param id of a source, or of a note that was made of one
    /// @throws ProblemException `NoSuchSource`; `SourceInTrash`, `SourceRemoved` of a note's source
    Found of(SourceId id) throws ProblemException {
        var note = parts.made().find(id);
        var wanted = note.map(MadeNote::source).orElse(id);
        var there = parts.sources().find(wanted);
        if (there.isPresent()) {
            return new Found(there.get(), wanted);
        }
        var thrownAway = parts.surroundings().trashed(wanted);
        if (thrownAway.isPresent()) {
            var path = thrownAway.get().path();
            throw new ProblemException(new Problem.SourceInTrash(path, wanted.toString()));
        }
        var before = note.orElseThrow(() -> NoteMaking.gone(id));
        return new Found(anew(before).orElseThrow(() -> removed(before)), wanted);
    }

    /// Makes the notes of what is there anew its own.
    void lead(Found found, Progress progress) throws ProblemException {
        if (found.anew()) {
            for (var each : parts.made().from(found.before())) {
                lead(each, found.source());
            }
            progress.notice(new Problem.SourceAnew(found.source().path()));
        }
    }

    private static ProblemException removed(MadeNote before) {
        var file = link(before).map(WrittenLink::target).orElse(before.source().toString());
        return new ProblemException(new Problem.SourceRemoved(file));
    }

    private static Optional<WrittenLink> link(MadeNote before) {
        String mark = PlaceAnchor.mark(before.source());
        return WrittenLinks.in(before.markdown()).stream()
                .filter(link -> PlaceAnchor.markOf(link.anchor()).filter(mark::equals).isPresent())
                .findFirst();
    }

    private Optional<Source> anew(MadeNote before) {
        String content = before.details().content();
        var same =
                content == null ? Optional.<Source>empty() : parts.sources().withContent(content);
        return same.or(() -> link(before).flatMap(link -> called(link.target(), before)));
    }

    private Optional<Source> called(String target, MadeNote before) {
        String name = LinkNames.ofTarget(target);
        return parts.sources().all().stream()
                .filter(each -> LinkNames.ofTarget(each.path().toString()).equals(name))
                .filter(each -> parts.made().find(each.id()).isEmpty())
                .filter(each -> says(each, before.summary()))
                .findFirst();
    }

    private boolean says(Source source, Summary summary) {
        var document = parts.sources().document(source.id());
        var quoted =
                Stream.of(summary.overview(), summary.points(), summary.decisions())
                        .flatMap(List::stream)
                        .map(line -> line.words().quote())
                        .filter(words -> !words.isBlank())
                        .distinct()
                        .toList();
        long found =
                quoted.stream()
                        .filter(words ->
                                document.flatMap(each -> Anchor.anywhere(words, each.text()))
                                        .isPresent())
                        .count();
        return found > 0 && found >= SAME * quoted.size();
    }

    /// What its owner has written in a note stays; its links lead to what is there now. A note that
    /// is being changed meanwhile comes with its next making.
    private void lead(MadeNote made, Source anew) throws ProblemException {
        String from = "id=" + PlaceAnchor.mark(made.source());
        String to = "id=" + PlaceAnchor.mark(anew.id());
        String refused = made.details().refused();
        var note = parts.notes().find(made.note()).orElseThrow(() -> NoteMaking.gone(made.note()));
        var text = note.markdown().replace(from, to);
        if (parts.notes().save(made.note(), note.revision(), text) instanceof Saved.Conflict) {
            return;
        }
        parts.made()
                .save(
                        new MadeNote(
                                made.note(),
                                anew.id(),
                                made.settings(),
                                made.markdown().replace(from, to),
                                made.summary(),
                                made.details()
                                        .refusing(
                                                refused == null ? null : refused.replace(from, to))
                                        .from(anew.contentHash()),
                                made.made()));
    }
}
