package dev.pharos.ui.recording;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;

/// Binds `banner.fxml`: tells of recordings that ended without being asked, and offers those that a
/// killed program left.
public final class BannerController {
    private final RecordingViewModel viewModel;
    private final Consumer<SourceId> open;
    private final Texts texts;
    private final ProblemText problems;
    private final DateTimeFormatter when;

    @FXML private HBox root;
    @FXML private Label text;
    @FXML private Button keep;
    @FXML private Button later;
    @FXML private Button look;
    @FXML private Button close;

    /// @param open shows a recording
    public BannerController(
            RecordingViewModel viewModel,
            Consumer<SourceId> open,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.open = open;
        this.texts = texts;
        this.problems = problems;
        this.when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault());
    }

    @FXML
    private void initialize() {
        keep.setOnAction(
                _ -> viewModel.unfinished().stream().findFirst().ifPresent(viewModel::recover));
        later.setOnAction(
                _ -> viewModel.unfinished().stream().findFirst().ifPresent(viewModel::later));
        close.setOnAction(_ -> viewModel.dismiss());
        keep.disableProperty().bind(viewModel.busyProperty());
        viewModel.unfinished().subscribe(this::show);
        viewModel.resultProperty().subscribe(_ -> show());
        show();
    }

    private void show() {
        var ended = ended(viewModel.resultProperty().get());
        var left = viewModel.unfinished().isEmpty() ? null : viewModel.unfinished().getFirst();
        Nodes.setShown(root, ended != null || left != null);
        Nodes.setShown(keep, ended == null);
        Nodes.setShown(later, ended == null);
        Nodes.setShown(look, ended != null);
        Nodes.setShown(close, ended != null);
        if (ended != null && ended.why() != null) {
            text.setText(
                    texts.text(
                            "recording.ended",
                            problems.of(ended.why()),
                            Clock.of(ended.durationMs())));
            look.setOnAction(_ -> {
                viewModel.dismiss();
                open.accept(ended.source());
            });
        } else if (left != null) {
            text.setText(offer(left));
        }
    }

    private static Result.@Nullable Kept ended(Result result) {
        return result instanceof Result.Kept kept && kept.why() != null ? kept : null;
    }

    private String offer(Recorder.Unfinished left) {
        return texts.text(
                "recording.unfinished", when.format(left.started()), Clock.of(left.durationMs()));
    }
}
