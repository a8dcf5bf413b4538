package dev.pharos.engine.making;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which language model writes a note. One beyond this machine does only where that was asked for:
/// a whole source is sent to it.
final class NoteModels {
    private static final Logger LOG = LoggerFactory.getLogger(NoteModels.class);

    private final NoteMaking.Parts parts;

    NoteModels(NoteMaking.Parts parts) {
        this.parts = parts;
    }

    /// How is written.
    ///
    /// @param since what was written of the same since then is not written anew
    record Task(Settings settings, Instant since) {}

    /// @throws ProblemException `NoLanguageModel`, or of the endpoint, where one is asked for
    void require(Settings settings) throws ProblemException {
        if (Boolean.TRUE.equals(settings.model())) {
            wished().close();
        }
    }

    /// What was wished for a note before, where that can still be: a model that is not set any more
    /// keeps nobody from making it.
    @Nullable Boolean goingOn(@Nullable Boolean before) {
        return Boolean.TRUE.equals(before) && !set() ? null : before;
    }

    private boolean set() {
        try {
            var model = parts.needed().chat().current();
            model.ifPresent(LanguageModel::close);
            return model.isPresent();
        } catch (ProblemException e) {
            LOG.info("no model writes: {}", e.problem());
            return false;
        }
    }

    private LanguageModel wished() throws ProblemException {
        var set = parts.needed().chat().current();
        return set.orElseThrow(() -> new ProblemException(new Problem.NoLanguageModel()));
    }

    private Optional<LanguageModel> chosen(Settings settings) throws ProblemException {
        var wish = settings.model();
        if (wish != null) {
            return wish ? Optional.of(wished()) : Optional.empty();
        }
        try {
            var set = parts.needed().chat().current();
            set.filter(each -> !each.local()).ifPresent(LanguageModel::close);
            return set.filter(LanguageModel::local);
        } catch (ProblemException e) {
            LOG.info("no model writes: {}", e.problem());
            return Optional.empty();
        }
    }

    /// By the model, and what it fails to write as it was. What a model wrote of the same before
    /// stays where none can be asked now.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    List<NotePiece> written(
            List<NotePiece> pieces, List<MadeNote> earlier, Task task, Progress progress)
            throws ProblemException {
        if (Boolean.FALSE.equals(task.settings().model())) {
            return pieces;
        }
        var matching = NotePiece.matching(pieces, earlier);
        var written = new ArrayList<NotePiece>();
        try (var model = chosen(task.settings()).orElse(null)) {
            var writer = model == null ? null : new ModelWriter(model);
            for (var piece : pieces) {
                var before = matching.get(written.size());
                written.add(written(piece, before, writer, task, progress));
            }
        }
        return written;
    }

    private static NotePiece written(
            NotePiece piece,
            @Nullable MadeNote before,
            @Nullable ModelWriter writer,
            Task task,
            Progress progress) {
        var settings = task.settings();
        var kept = piece.kept(settings, before);
        boolean now = before != null && !before.made().isBefore(task.since());
        if (kept.isPresent() && (writer == null || now && kept.get().by(writer))) {
            return kept.get();
        }
        var earlier = before == null ? null : before.details().writer();
        if (writer == null) {
            if (earlier != null) {
                progress.notice(new Problem.NoteWithoutWriter(earlier.model()));
            }
            return piece;
        }
        try {
            return piece.written(writer, settings, progress);
        } catch (ProblemException e) {
            progress.checkpoint();
            progress.notice(e.problem());
            return kept.orElse(piece);
        }
    }
}
