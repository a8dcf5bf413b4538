package dev.pharos.ui;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Quote;
import dev.pharos.engine.recording.Player;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.control.UnkeptBar;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.JobsViewModel;
import dev.pharos.ui.recording.BannerController;
import dev.pharos.ui.recording.RecordingController;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;
import dev.pharos.ui.settings.SpeechSettingsController;
import dev.pharos.ui.settings.SpeechSettingsViewModel;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.transcription.Editing;
import dev.pharos.ui.transcription.Exporting;
import dev.pharos.ui.transcription.Playback;
import dev.pharos.ui.transcription.PlayerController;
import dev.pharos.ui.transcription.TranscriptController;
import dev.pharos.ui.transcription.TranscriptViewModel;
import dev.pharos.ui.transcription.Unsaved;
import dev.pharos.ui.transcription.VersionsController;
import dev.pharos.ui.transcription.WordlessController;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Beat;
import dev.pharos.ui.work.Pause;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Builds the part of the window that has to do with sound. For the JavaFX thread.
final class SoundScreens {
    private static final Duration FRAME = Duration.millis(33);
    private static final Duration LEVEL = Duration.millis(100);
    private static final Duration TYPING = Duration.millis(700);
    private static final Duration CHOOSING = Duration.millis(250);

    private final Desktop desktop;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final JobsViewModel jobs;
    private final SpeechSettingsViewModel speech;
    private final Player player;
    private final Background background;
    private final List<TranscriptViewModel> transcripts = new ArrayList<>();
    private final Map<ReaderViewModel, TranscriptViewModel> heard = new IdentityHashMap<>();
    private final Map<TranscriptViewModel, TranscriptController> built = new IdentityHashMap<>();
    private final VBox unsaved = new VBox();
    private final Exporting exporting;
    private final RecordingViewModel recording;
    private Subscription beats = Subscription.EMPTY;

    SoundScreens(
            Desktop desktop,
            Player player,
            SpeechModels models,
            Background background,
            Texts texts) {
        this.desktop = desktop;
        this.player = player;
        this.background = background;
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        var library = desktop.library();
        jobs = new JobsViewModel(library.jobs(), background);
        speech =
                new SpeechSettingsViewModel(
                        desktop.settings(), models, background, Pause.afterTheLast(CHOOSING));
        exporting = new Exporting(background);
        recording =
                new RecordingViewModel(
                        new RecordingViewModel.Parts(
                                library.recorder(), library.recordings(), this::title),
                        background);
    }

    private String title(Instant started) {
        return texts.text(
                "recording.name",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(started));
    }

    /// Begins to read and to listen.
    ///
    /// @param toasts tell of what went wrong while the page for recording was not open
    /// @return ends the listening
    Runnable begin(ShellViewModel shell, Toasts toasts) {
        var listening = desktop.library().jobs().onChange(jobs::changed);
        jobs.begin();
        speech.load();
        recording.loadUnfinished();
        speech.keptProperty()
                .subscribe(options -> {
                    if (options.model() != null) {
                        jobs.modelChosen();
                    }
                });
        beats = beats.and(Beat.every(LEVEL, recording.runningProperty(), recording::look));
        recording
                .resultProperty()
                .subscribe(result -> {
                    boolean here = shell.active().location() == Location.Page.RECORDING;
                    if (result instanceof Result.Kept kept && kept.why() == null && here) {
                        shell.open(new Target(kept.source(), null, List.of()));
                    } else if (result instanceof Result.Failed(var why) && !shows(shell)) {
                        toasts.show(problems.of(why), null, null);
                    }
                });
        return () -> {
            listening.close();
            beats.unsubscribe();
        };
    }

    /// Whether one of the halves tells how the recording stands.
    private static boolean shows(ShellViewModel shell) {
        return Stream.of(shell.left(), shell.right())
                .anyMatch(half -> half.location() == Location.Page.RECORDING);
    }

    /// What a half of the window hears: as its reader says, and never together with the other half.
    TranscriptViewModel half(ReaderViewModel reader) {
        var library = desktop.library();
        var half =
                new TranscriptViewModel(
                        new TranscriptViewModel.Parts(
                                library.transcripts(),
                                library.recordings(),
                                library.sources(),
                                library.blobs(),
                                _ -> speech.read()),
                        jobs.all(),
                        new Playback(player, background),
                        new Editing(background, Pause.afterTheLast(TYPING)),
                        background);
        var playback = half.playback();
        beats = beats.and(Beat.every(FRAME, playback.playingProperty(), playback::look));
        transcripts.stream()
                .map(TranscriptViewModel::playback)
                .forEach(other -> takeTurns(playback, other));
        transcripts.add(half);
        heard.put(reader, half);
        reader.stateProperty()
                .subscribe(state -> {
                    switch (state) {
                        case ReaderViewModel.State.Listening(var source, var target) ->
                                half.open(source, target);
                        case ReaderViewModel.State.Reading _,
                                ReaderViewModel.State.Writing _,
                                ReaderViewModel.State.Trashed _,
                                ReaderViewModel.State.Failed _ ->
                                playback.pause();
                        case ReaderViewModel.State.Nothing _, ReaderViewModel.State.Loading _ -> {}
                    }
                });
        return half;
    }

    /// The one that begins to play takes the player.
    private static void takeTurns(Playback one, Playback other) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            pair.getFirst()
                    .playingProperty()
                    .subscribe(playing -> {
                        if (playing) {
                            pair.getLast().giveWay();
                        }
                    });
        }
    }

    /// Falls silent and keeps what is not yet kept.
    ///
    /// @return what could not be kept, in words
    List<String> save() {
        transcripts.forEach(TranscriptViewModel::close);
        var lost = new ArrayList<String>();
        transcripts.stream()
                .flatMap(each -> each.editing().unsaved().stream())
                .map(this::words)
                .forEach(lost::add);
        if (!speech.saveBeforeClosing()) {
            lost.add(problems.of(Objects.requireNonNull(speech.problemProperty().get())));
        }
        return lost;
    }

    /// Of the window: how long a recording has been running, if one is.
    ObservableValue<String> title() {
        String name = texts.text("shell.title");
        return recording
                .elapsed()
                .map(time ->
                        time.isEmpty() ? name : texts.text("shell.recordingTitle", time, name));
    }

    SpeechSettingsViewModel speech() {
        return speech;
    }

    JobsViewModel jobs() {
        return jobs;
    }

    RecordingViewModel recording() {
        return recording;
    }

    /// Begins a note about what is chosen in what is heard, if something is.
    Optional<Runnable> writing(ReaderViewModel reader) {
        return Optional.ofNullable(heard.get(reader))
                .map(built::get)
                .filter(TranscriptController::hasChosen)
                .map(transcript -> transcript::write);
    }

    /// @param about begins a note about words
    Pane transcript(
            TranscriptViewModel transcript,
            FileChoice files,
            Runnable chooseModel,
            Consumer<Quote> about) {
        var player = new PlayerController(transcript, texts, problems);
        var wordless =
                new WordlessController(
                        transcript, jobs, speech.modelChosen(), chooseModel, texts, problems);
        var versions = new VersionsController(transcript.versions(), texts, problems);
        var parts =
                new TranscriptController.Parts(
                        fxml.load(PlayerController.class, "player", player),
                        player,
                        fxml.load(WordlessController.class, "wordless", wordless),
                        wordless,
                        fxml.load(VersionsController.class, "versions", versions),
                        versions);
        var controller =
                new TranscriptController(
                        transcript, exporting, parts, files, about, texts, problems);
        built.put(transcript, controller);
        return new Pane(
                        fxml.load(TranscriptController.class, "transcript", controller),
                        controller::content,
                        controller::first,
                        null)
                .withSpot(controller::spot);
    }

    Pane recordingPane() {
        var controller = new RecordingController(recording, texts, problems);
        return new Pane(
                fxml.load(RecordingController.class, "recording", controller), controller::content);
    }

    /// Tells above everything what could not be kept of the words of a half.
    void tellUnsaved(TranscriptViewModel half, Consumer<SourceId> open) {
        var editing = half.editing();
        unsaved.getChildren()
                .add(
                        new UnkeptBar<>(
                                editing.unsaved(),
                                this::words,
                                editing::saveUnsaved,
                                each -> open.accept(each.owner().source()),
                                texts));
    }

    private String words(Unsaved each) {
        return problems.unkept(each.owner().title(), each.why());
    }

    /// @param notes tells what could not be kept of them
    Pane banner(Consumer<SourceId> open, Parent notes) {
        var recordings = new BannerController(recording, open, texts, problems);
        var root =
                new VBox(unsaved, notes, fxml.load(BannerController.class, "banner", recordings));
        return new Pane(root, () -> root);
    }

    Parent settings(FileChoice files) {
        var controller = new SpeechSettingsController(speech, files, texts, problems);
        return fxml.load(SpeechSettingsController.class, "speech", controller);
    }
}
