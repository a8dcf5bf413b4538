package dev.pharos.ui.transcription;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

import java.text.NumberFormat;
import java.util.List;

/// Binds `player.fxml`: the waveform and what one does to hear it.
public final class PlayerController {
    private static final List<Double> SPEEDS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0);
    private static final long SKIP_MS = 5_000;

    /// In the picture of a longer sound one word is narrower than one bar.
    private static final long LONG_MS = 120_000;

    private final TranscriptViewModel viewModel;
    private final Playback playback;
    private final Texts texts;
    private final ProblemText problems;
    private final WaveformView waveform;
    private Runnable toggleLoop = () -> {};

    @FXML private HBox trouble;
    @FXML private Label problem;
    @FXML private StackPane wave;
    @FXML private Label position;
    @FXML private Label length;
    @FXML private Button back;
    @FXML private Button play;
    @FXML private FontIcon playIcon;
    @FXML private Tooltip playTip;
    @FXML private Button forward;
    @FXML private Button zoomOut;
    @FXML private Button zoomIn;
    @FXML private ToggleButton loop;
    @FXML private MenuButton speed;

    public PlayerController(TranscriptViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.playback = viewModel.playback();
        this.texts = texts;
        this.problems = problems;
        this.waveform = new WaveformView(texts.text("player.position"));
    }

    @FXML
    private void initialize() {
        wave.getChildren().setAll(waveform);
        waveform.setOnSeek(playback::seek);
        viewModel
                .pictureProperty()
                .subscribe(picture -> {
                    waveform.show(picture);
                    length.setText("/ " + Clock.of(picture.durationMs()));
                });
        playback.positionProperty()
                .subscribe(ms -> {
                    waveform.setPosition(ms.longValue());
                    position.setText(Clock.of(ms.longValue()));
                });
        back.setOnAction(_ -> skip(false));
        forward.setOnAction(_ -> skip(true));
        play.setOnAction(_ -> playback.toggle());
        playback.playingProperty().subscribe(this::showPlaying);
        zoomIn.setOnAction(_ -> waveform.zoom(true));
        zoomOut.setOnAction(_ -> waveform.zoom(false));
        waveform.viewProperty()
                .subscribe(view -> {
                    Nodes.setShown(zoomIn, view.wholeMs() > LONG_MS);
                    Nodes.setShown(zoomOut, !view.isWhole());
                    zoomIn.setDisable(view.isShortest());
                });
        loop.setOnAction(_ -> toggleLoop.run());
        playback.loopProperty()
                .subscribe(around -> {
                    loop.setSelected(around != null);
                    waveform.setLoop(around == null ? new Playback.Loop(0, 0) : around);
                });
        playback.problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(trouble, why != null);
                    problem.setText(why == null ? "" : problems.of(why));
                });
        offerSpeeds();
    }

    private void showPlaying(boolean playing) {
        playIcon.setIconCode(playing ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW);
        String name = texts.text(playing ? "player.pause" : "player.play");
        play.setAccessibleText(name);
        playTip.setText(name);
    }

    private void offerSpeeds() {
        var format = NumberFormat.getNumberInstance(texts.locale());
        var group = new ToggleGroup();
        for (double each : SPEEDS) {
            var item = new RadioMenuItem(format.format(each) + "×");
            item.setToggleGroup(group);
            item.setOnAction(_ -> playback.speedProperty().set(each));
            playback.speedProperty().subscribe(now -> item.setSelected(now.doubleValue() == each));
            speed.getItems().add(item);
        }
        speed.textProperty()
                .bind(playback.speedProperty().map(now -> format.format(now.doubleValue()) + "×"));
    }

    /// @param toggles begins or ends hearing a segment again and again
    void setOnLoop(Runnable toggles) {
        toggleLoop = toggles;
    }

    void skip(boolean ahead) {
        playback.skip(ahead ? SKIP_MS : -SKIP_MS);
    }

    void zoom(boolean nearer) {
        waveform.zoom(nearer);
    }

    void showWhole() {
        waveform.showWhole();
    }

    /// The next speed of the list, up or down.
    void changeSpeed(boolean faster) {
        double now = playback.speedProperty().get();
        var next =
                faster
                        ? SPEEDS.stream().filter(each -> each > now).findFirst()
                        : SPEEDS.reversed().stream().filter(each -> each < now).findFirst();
        next.ifPresent(playback.speedProperty()::set);
    }
}
