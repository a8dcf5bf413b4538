package dev.pharos.ui.transcription;

import dev.pharos.engine.library.Blobs;
import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The recording that is open: its sound, its words if it has any, and the job that finds them.
public final class TranscriptViewModel {

    /// What there is to show.
    public sealed interface State {
        record Nothing() implements State {}

        record Loading(Source source) implements State {}

        /// There is sound, and not yet a word.
        record Wordless(Source source) implements State {}

        /// @param target where it stands open
        /// @param time how often something was opened by now, so that the same place can be asked
        ///   for again
        record Reading(Source source, Target target, int time) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// How the sound looks.
    public record Picture(@Nullable Waveform waveform, List<Long> markersMs, long durationMs) {
        static final Picture NONE = new Picture(null, List.of(), 0);

        public Picture {
            markersMs = List.copyOf(markersMs);
        }
    }

    /// The parts of the library that it works with.
    ///
    /// @param options gives what is chosen for transcriptions now
    public record Parts(
            Transcripts transcripts,
            Recordings recordings,
            Sources sources,
            Blobs blobs,
            Work<TranscriptionOptions> options) {}

    private record Loaded(
            @Nullable Transcript transcript, List<Long> markersMs, @Nullable Path file) {
        long durationMs() {
            return transcript == null ? 0 : transcript.durationMs();
        }
    }

    private final Parts parts;
    private final Background background;
    private final Playback playback;
    private final Editing editing;
    private final Finding finding;
    private final VersionsViewModel versions;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(Picture.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Job> jobs;
    private dev.pharos.ui.work.@Nullable Job drawing;
    private @Nullable Target wanted;
    private int opened;

    /// @param jobs of the library, kept up to date
    public TranscriptViewModel(
            Parts parts,
            ObservableList<Job> jobs,
            Playback playback,
            Editing editing,
            Background background) {
        this.parts = parts;
        this.jobs = jobs;
        this.playback = playback;
        this.editing = editing;
        this.background = background;
        this.finding = new Finding(editing.transcriptProperty());
        this.versions =
                new VersionsViewModel(
                        parts.transcripts(), parts.recordings(), background, this::look);
        jobs.subscribe(this::jobsChanged);
        editing.stateProperty()
                .subscribe(now -> {
                    if (now instanceof Editing.State.Saved) {
                        versions.lookAgain();
                    }
                });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// The newest transcription of what is open, or null.
    public ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /// Why a transcription could not even be queued, or null.
    public ObservableValue<@Nullable Problem> refusalProperty() {
        return refusal;
    }

    public Playback playback() {
        return playback;
    }

    public Editing editing() {
        return editing;
    }

    public Finding finding() {
        return finding;
    }

    public VersionsViewModel versions() {
        return versions;
    }

    /// Shows what the words of the open recording were before, the newest kept ones among them.
    public void showVersions() {
        var open = source();
        if (open != null) {
            editing.saveNow();
            versions.open(open);
        }
    }

    /// What is open, or null.
    public @Nullable Source source() {
        return switch (state.get()) {
            case State.Loading(var source) -> source;
            case State.Wordless(var source) -> source;
            case State.Reading(var source, _, _) -> source;
            case State.Nothing(), State.Failed(_) -> null;
        };
    }

    /// Opens a recording, or moves within the one that is open, unless that has another sound by
    /// now; the newest call wins.
    public void open(Source source, Target target) {
        if (state.get() instanceof State.Reading(var open, _, _) && sameSound(open, source)) {
            wanted = target;
            versions.close();
            state.set(new State.Reading(source, target, ++opened));
        } else {
            begin(source, target);
        }
    }

    private static boolean sameSound(Source one, Source other) {
        return one.id().equals(other.id()) && one.contentHash().equals(other.contentHash());
    }

    private void begin(Source source, Target target) {
        wanted = target;
        versions.close();
        editing.leave();
        finding.wantedProperty().set("");
        playback.load(null);
        picture.set(Picture.NONE);
        refusal.set(null);
        state.set(new State.Loading(source));
        jobsChanged();
        load(source);
    }

    private void load(Source source) {
        background
                .<Loaded>job(
                        _ ->
                                new Loaded(
                                        parts.transcripts().find(source.id()).orElse(null),
                                        parts.recordings().markers(source.id()),
                                        parts.blobs()
                                                .find(source.contentHash())
                                                .map(Blobs.Blob::file)
                                                .orElse(null)),
                        outcome -> loaded(source, outcome))
                .start();
    }

    private void loaded(Source source, Outcome<Loaded> outcome) {
        var target = wanted;
        if (target == null || !source.id().equals(target.source())) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(var loaded) -> show(source, target, loaded);
            case Outcome.Failed(var problem) -> state.set(new State.Failed(problem));
            case Outcome.Cancelled() -> state.set(new State.Nothing());
        }
    }

    private void show(Source source, Target target, Loaded loaded) {
        var transcript = loaded.transcript();
        if (!(state.get() instanceof State.Wordless)) {
            picture.set(new Picture(null, loaded.markersMs(), loaded.durationMs()));
            if (loaded.file() != null) {
                playback.load(
                        new Playback.Sound(loaded.file(), source.path(), loaded.durationMs()));
            }
            draw(source, loaded.markersMs());
        }
        if (transcript == null) {
            state.set(new State.Wordless(source));
            return;
        }
        editing.open(
                new Owner(
                        source.id(),
                        source.contentHash(),
                        source.title(),
                        words -> parts.recordings().save(source, words, Transcripts.Origin.EDITED)),
                transcript);
        state.set(new State.Reading(source, target, ++opened));
    }

    private void draw(Source source, List<Long> markersMs) {
        if (drawing != null) {
            drawing.cancel();
        }
        drawing =
                background.<Waveform>job(
                        progress -> parts.recordings().waveform(source.id(), progress),
                        outcome -> drawn(source, markersMs, outcome));
        drawing.start();
    }

    private void drawn(Source source, List<Long> markersMs, Outcome<Waveform> outcome) {
        var open = source();
        if (!(outcome instanceof Outcome.Done(var waveform))
                || open == null
                || !open.id().equals(source.id())) {
            return;
        }
        long drawnMs = waveform.peaks().length * 1000L / waveform.perSecond();
        long durationMs = Math.max(picture.get().durationMs(), drawnMs);
        picture.set(new Picture(waveform, markersMs, durationMs));
        playback.lasts(durationMs);
    }

    /// Queues a transcription of what is open with what is chosen now.
    public void transcribe() {
        var open = source();
        if (open == null) {
            return;
        }
        refusal.set(null);
        background
                .<Job>job(
                        progress ->
                                parts.recordings()
                                        .transcribe(open.id(), parts.options().run(progress)),
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(var problem)) {
                                refusal.set(problem);
                            }
                        })
                .start();
    }

    /// Takes the words of a file in place of those that are there; undo leads back.
    public void take(Path file) {
        var open = source();
        if (open == null) {
            return;
        }
        refusal.set(null);
        background
                .<Transcript>job(
                        _ -> {
                            var words = parts.recordings().words(file);
                            parts.recordings().save(open, words, Transcripts.Origin.IMPORTED);
                            return parts.transcripts().find(open.id()).orElse(words);
                        },
                        outcome -> taken(open, outcome))
                .start();
    }

    private void taken(Source source, Outcome<Transcript> outcome) {
        switch (outcome) {
            case Outcome.Done(var words) -> newVersion(source, words);
            case Outcome.Failed(var problem) -> refusal.set(problem);
            case Outcome.Cancelled() -> {}
        }
    }

    private void newVersion(Source source, Transcript words) {
        var open = source();
        if (open == null || !open.id().equals(source.id())) {
            return;
        }
        if (!sameSound(open, source)) {
            begin(source, Target.of(source));
        } else if (state.get() instanceof State.Reading) {
            editing.take(words);
        } else if (state.get() instanceof State.Wordless) {
            load(source);
        }
    }

    /// Follows the transcription of what is open, and takes its words when it is done.
    private void jobsChanged() {
        var open = source();
        var before = job.get();
        var now = open == null ? Optional.<Job>empty() : newest(open);
        job.set(now.orElse(null));
        if (open == null || now.isEmpty() || now.get().state() != Job.State.DONE) {
            return;
        }
        boolean justNow =
                before != null && before.id() == now.get().id() && before.state() != Job.State.DONE;
        if (justNow || state.get() instanceof State.Wordless) {
            look(open);
        }
    }

    private record Newest(Source source, @Nullable Transcript words) {}

    /// Takes the words that the library has by now; words of another sound only together with that.
    private void look(Source open) {
        background
                .<Newest>job(
                        _ ->
                                new Newest(
                                        parts.sources().find(open.id()).orElse(open),
                                        parts.transcripts().find(open.id()).orElse(null)),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var newest)
                                    && newest.words() != null) {
                                newVersion(newest.source(), newest.words());
                            }
                        })
                .start();
    }

    private Optional<Job> newest(Source open) {
        return jobs.stream()
                .filter(each -> each.kind().equals(Recordings.TRANSCRIBE))
                .filter(each -> each.subject().equals(open.id().toString()))
                .max(Comparator.comparingLong(Job::id));
    }

    /// Is silent from now on, and keeps what is not yet kept.
    ///
    /// @return whether all is kept
    public boolean close() {
        playback.pause();
        return editing.saveBeforeClosing();
    }
}
