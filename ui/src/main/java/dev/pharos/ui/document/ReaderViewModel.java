package dev.pharos.ui.document;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.PageSize;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
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

        record Failed(Problem problem) implements State {}
    }

    /// A source with all its text.
    ///
    /// @param paper its pages as they look, where it has such
    public record Opened(Source source, Document document, @Nullable Paper paper) {}

    /// @param sizes of the pages in order
    public record Paper(Path file, List<PageSize> sizes) {
        public Paper {
            sizes = List.copyOf(sizes);
        }
    }

    private final Library library;
    private final PdfPages pages;
    private final Background background;
    private final boolean sound;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final BooleanProperty asText = new SimpleBooleanProperty();
    private @Nullable Job newest;

    /// @param sound whether recordings are heard; else their words are read like any text
    public ReaderViewModel(Library library, PdfPages pages, Background background, boolean sound) {
        this.library = library;
        this.pages = pages;
        this.background = background;
        this.sound = sound;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a source that has pages is shown as flowing text all the same.
    public BooleanProperty asTextProperty() {
        return asText;
    }

    /// Opens a source, or moves within the one that is open. The newest call wins.
    public void open(Target target) {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
        if (state.get() instanceof State.Reading(var opened, _)
                && opened.source().id().equals(target.source())) {
            again(new State.Reading(opened, target));
            return;
        }
        if (state.get() instanceof State.Listening(var source, _)
                && source.id().equals(target.source())) {
            again(new State.Listening(source, target));
            return;
        }
        var asked = new Job[1];
        var job = background.<State>job(_ -> load(target), outcome -> finish(asked[0], outcome));
        asked[0] = job;
        newest = job;
        state.set(new State.Loading(target));
        job.start();
    }

    /// The same place may be asked for again, after the user went elsewhere.
    private void again(State now) {
        if (state.get().equals(now)) {
            state.set(new State.Nothing());
        }
        state.set(now);
    }

    private State load(Target target) throws ProblemException {
        var source = library.sources().find(target.source());
        if (source.isPresent() && sound && source.get().kind() == SourceKind.RECORDING) {
            return new State.Listening(source.get(), target);
        }
        var document = library.sources().document(target.source());
        if (source.isEmpty() || document.isEmpty()) {
            throw new ProblemException(new Problem.NoSuchSource(target.source().toString()));
        }
        var opened = new Opened(source.get(), document.get(), paper(source.get()));
        return new State.Reading(opened, target);
    }

    private @Nullable Paper paper(Source source) {
        var blob = library.blobs().find(source.contentHash());
        if (source.kind() != SourceKind.PDF || blob.isEmpty()) {
            return null;
        }
        try {
            var file = blob.get().file();
            return new Paper(file, pages.sizes(file));
        } catch (ProblemException e) {
            LOG.info("shown as text: {}", e.problem(), e);
            return null;
        }
    }

    private void finish(Job asked, Outcome<State> outcome) {
        if (asked != newest) {
            return;
        }
        newest = null;
        state.set(
                switch (outcome) {
                    case Outcome.Done(var opened) -> opened;
                    case Outcome.Cancelled() -> new State.Nothing();
                    case Outcome.Failed(var problem) -> new State.Failed(problem);
                });
    }
}
