package dev.pharos.ui.document;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.OutlineEntry;
import dev.pharos.engine.document.PageSize;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The source that is being read, and where in it.
public final class ReaderViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderViewModel.class);

    /// What there is to show.
    public sealed interface State {
        record Nothing() implements State {}

        record Loading(Target target) implements State {}

        /// @param target where it stands open; a new one each time something is opened
        record Reading(Opened opened, Target target) implements State {}

        /// A recording, which is heard rather than read.
        record Listening(Source source, Target target) implements State {}

        /// A note, which is written as well as read.
        ///
        /// @param document the text that the target's place counts in; null where it has none
        record Writing(Note note, Target target, @Nullable Document document) implements State {}

        /// It is in the trash, and can be taken back.
        record Trashed(Source source) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// A source with all its text.
    ///
    /// @param paper its pages as they look, where it has such
    public record Opened(Source source, Document document, @Nullable Paper paper) {}

    /// @param sizes of the pages in order
    /// @param labels what the pages call themselves, in order; may be empty
    /// @param outline the bookmarks; may be empty
    public record Paper(
            Path file, List<PageSize> sizes, List<String> labels, List<OutlineEntry> outline) {
        public Paper {
            sizes = List.copyOf(sizes);
            labels = List.copyOf(labels);
            outline = List.copyOf(outline);
        }
    }

    private final Library library;
    private final PdfPages pages;
    private final Background background;
    private final boolean sound;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final BooleanProperty asText = new SimpleBooleanProperty();
    private final ReadingProgress progress;
    private @Nullable Job newest;

    /// @param sound whether recordings are heard; else their words are read like any text
    /// @param resting runs what can wait until the reader rests
    public ReaderViewModel(
            Library library,
            PdfPages pages,
            Background background,
            Executor resting,
            boolean sound) {
        this.library = library;
        this.pages = pages;
        this.background = background;
        this.sound = sound;
        progress = new ReadingProgress(library.sources(), background, resting);
    }

    /// Remembers how far what is open was read.
    public ReadingProgress progress() {
        return progress;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a source that has pages is shown as flowing text all the same.
    public BooleanProperty asTextProperty() {
        return asText;
    }

    /// Opens a source, or moves within the one that is open, unless the library has another
    /// revision of it by now. The newest call wins.
    public void open(Target target) {
        if (newest != null) {
            newest.cancel();
        }
        var reached = progress.take();
        var before = state.get();
        var asked = new Job[1];
        var job =
                background.<State>job(
                        _ -> {
                            progress.keep(reached);
                            return load(target, before);
                        },
                        outcome -> finish(asked[0], outcome));
        asked[0] = job;
        newest = job;
        if (!shows(before, target)) {
            state.set(new State.Loading(target));
        }
        job.start();
    }

    /// Reads what is open anew, about where it was read, if the library has another revision of it;
    /// tells where it was thrown away, and shows it again where it was taken back.
    ///
    /// @param all sources as they are now
    public void changed(List<Source> all) {
        var open =
                switch (state.get()) {
                    case State.Reading(var opened, _) -> opened.source();
                    case State.Listening(var source, _) -> source;
                    case State.Trashed(var source) -> source;
                    case State.Nothing(), State.Loading(_), State.Failed(_) -> null;
                    case State.Writing _ -> null; // takes over by itself what has changed
                };
        if (open == null || newest != null) {
            return;
        }
        boolean trashed = state.get() instanceof State.Trashed;
        var now = all.stream().filter(each -> each.id().equals(open.id())).findFirst();
        boolean other =
                now.map(each -> trashed || !each.contentHash().equals(open.contentHash()))
                        .orElse(!trashed);
        if (other) {
            open(Target.of(now.orElse(open)));
        }
    }

    /// Takes what is in the trash back, and shows it.
    public void takeBack() {
        if (state.get() instanceof State.Trashed(var source)) {
            background
                    .<Integer>job(
                            _ -> library.trash().restore(List.of(source.id())),
                            _ -> open(Target.of(source)))
                    .start();
        }
    }

    private static boolean shows(State state, Target target) {
        return switch (state) {
            case State.Reading(var opened, _) -> opened.source().id().equals(target.source());
            case State.Listening(var source, _) -> source.id().equals(target.source());
            case State.Writing(var note, _, _) -> note.id().equals(target.source());
            case State.Trashed(var source) -> source.id().equals(target.source());
            case State.Nothing(), State.Loading(_), State.Failed(_) -> false;
        };
    }

    private State load(Target target, State before) throws ProblemException {
        Supplier<ProblemException> gone =
                () -> new ProblemException(new Problem.NoSuchSource(target.source().toString()));
        var found = library.sources().find(target.source());
        if (found.isEmpty()) {
            var thrown = library.trash().find(target.source()).orElseThrow(gone);
            return new State.Trashed(thrown.source());
        }
        var source = found.get();
        boolean recording = source.kind() == SourceKind.RECORDING;
        if (sound && recording) {
            return new State.Listening(source, target);
        }
        if (source.kind() == SourceKind.NOTE) {
            var note = library.notes().find(source.id()).orElseThrow(gone);
            var document = target.place() == null ? null : library.sources().document(source.id());
            return new State.Writing(
                    note, target, document == null ? null : document.orElseThrow(gone));
        }
        if (!recording
                && shows(before, target)
                && before instanceof State.Reading(var opened, _)
                && opened.source().contentHash().equals(source.contentHash())) {
            return new State.Reading(opened, resumed(target, opened.document()));
        }
        var document = library.sources().document(source.id()).orElseThrow(gone);
        return new State.Reading(
                new Opened(source, document, paper(source)), resumed(target, document));
    }

    private Target resumed(Target target, Document document) {
        return progress.resumed(target.within(document), document);
    }

    private @Nullable Paper paper(Source source) {
        var blob = library.blobs().find(source.contentHash());
        if (source.kind() != SourceKind.PDF || blob.isEmpty()) {
            return null;
        }
        try {
            var file = blob.get().file();
            var sizes = pages.sizes(file);
            return new Paper(
                    file, sizes, orNone(pages::labels, file), orNone(pages::outline, file));
        } catch (ProblemException e) {
            LOG.info("shown as text: {}", e.problem(), e);
            return null;
        }
    }

    private interface Asking<T> {
        List<T> of(Path file) throws ProblemException;
    }

    /// What pages can be shown without.
    private static <T> List<T> orNone(Asking<T> asking, Path file) {
        try {
            return asking.of(file);
        } catch (ProblemException e) {
            LOG.info("shown without: {}", e.problem(), e);
            return List.of();
        }
    }

    private void finish(Job asked, Outcome<State> outcome) {
        if (asked != newest) {
            return;
        }
        newest = null;
        show(
                switch (outcome) {
                    case Outcome.Done(var opened) -> opened;
                    case Outcome.Cancelled() -> new State.Nothing();
                    case Outcome.Failed(var problem) -> new State.Failed(problem);
                });
    }

    /// The same place may be asked for again, after the user went elsewhere.
    private void show(State now) {
        if (state.get().equals(now)) {
            state.set(new State.Nothing());
        }
        state.set(now);
    }
}
