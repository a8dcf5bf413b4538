package dev.pharos.ui.transcription;

import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All that the words of a recording ever were: each version can be looked at and made the newest
/// again. Shown while there is a source in it.
public final class VersionsViewModel {

    /// The words of one version.
    ///
    /// @param other segments that nobody says in the current one
    public record Words(Transcript transcript, Set<Segment> other) {
        static Words of(Transcript transcript, @Nullable Transcript current) {
            var said =
                    current == null
                            ? Set.<String>of()
                            : current.segments().stream()
                                    .map(Segment::text)
                                    .collect(Collectors.toSet());
            return new Words(
                    transcript,
                    transcript.segments().stream()
                            .filter(each -> !said.contains(each.text()))
                            .collect(Collectors.toSet()));
        }
    }

    private final Transcripts transcripts;
    private final Recordings recordings;
    private final Background background;
    private final Consumer<Source> restored;
    private final ReadOnlyObjectWrapper<@Nullable Source> source = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Version> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Words> words = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    private boolean restoring;

    /// @param restored hears of a recording that has got its words of an earlier version again
    VersionsViewModel(
            Transcripts transcripts,
            Recordings recordings,
            Background background,
            Consumer<Source> restored) {
        this.transcripts = transcripts;
        this.recordings = recordings;
        this.background = background;
        this.restored = restored;
        chosen.subscribe(this::read);
    }

    /// The recording whose versions are shown, or null.
    public ReadOnlyObjectProperty<@Nullable Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// Newest first.
    public ObservableList<Version> versions() {
        return versions;
    }

    /// The one that is looked at.
    public ObjectProperty<@Nullable Version> chosenProperty() {
        return chosen;
    }

    /// What it says, or null while that is not known yet.
    public ReadOnlyObjectProperty<@Nullable Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it is what the recording says now.
    public boolean current(@Nullable Version version) {
        return version != null
                && versions.stream()
                        .filter(Version::sameSound)
                        .findFirst()
                        .filter(version::equals)
                        .isPresent();
    }

    /// Shows the versions of a recording, at the one before the current one.
    public void open(Source of) {
        close();
        source.set(of);
        background
                .<List<Version>>job(
                        _ -> transcripts.versions(of.id()), outcome -> listed(of, outcome))
                .start();
    }

    /// There is another version.
    void lookAgain() {
        var of = source.get();
        if (of != null) {
            open(of);
        }
    }

    private void listed(Source of, Outcome<List<Version>> outcome) {
        if (source.get() != of) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(var all) -> {
                versions.setAll(all);
                chosen.set(
                        all.stream()
                                .filter(each -> !current(each))
                                .findFirst()
                                .orElse(all.isEmpty() ? null : all.getFirst()));
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    private void read(@Nullable Version version) {
        words.set(null);
        var of = source.get();
        if (version == null || of == null) {
            return;
        }
        background
                .<Words>job(
                        _ ->
                                Words.of(
                                        transcripts.find(of.id(), version.number()).orElseThrow(),
                                        transcripts.find(of.id()).orElse(null)),
                        outcome -> {
                            if (chosen.get() == version) {
                                show(outcome);
                            }
                        })
                .start();
    }

    private void show(Outcome<Words> outcome) {
        switch (outcome) {
            case Outcome.Done(var read) -> words.set(read);
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    /// Makes the chosen version the newest again.
    public void restore() {
        var of = source.get();
        var version = chosen.get();
        if (restoring || of == null || version == null || current(version)) {
            return;
        }
        restoring = true;
        problem.set(null);
        background
                .<Version>job(
                        _ -> recordings.restore(of.id(), version.number()),
                        outcome -> restored(of, outcome))
                .start();
    }

    private void restored(Source of, Outcome<Version> outcome) {
        restoring = false;
        switch (outcome) {
            case Outcome.Done(_) -> {
                if (source.get() == of) {
                    close();
                }
                restored.accept(of);
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    /// Back to the current words.
    public void close() {
        source.set(null);
        chosen.set(null);
        versions.clear();
        problem.set(null);
    }
}
