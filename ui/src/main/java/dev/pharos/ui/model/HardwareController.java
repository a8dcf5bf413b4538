package dev.pharos.ui.model;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.Hardware;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.file.FileChoice;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Binds `hardware.fxml` to its view-model.
public final class HardwareController {

    /// Names of the runtimes for each kind of model.
    private static final List<String> FOR_SPEECH = List.of("whisper.cpp");

    private static final List<String> FOR_MEANING = List.of("ONNX Runtime", "PyTorch");

    private final HardwareViewModel viewModel;
    private final FileChoice files;
    private final Runnable leave;
    private final Texts texts;
    private final ProblemText problems;
    private final HardwareText words;

    @FXML private ScrollPane scroll;
    @FXML private Button back;
    @FXML private ProgressIndicator looking;
    @FXML private Button again;
    @FXML private Button copy;
    @FXML private Label problem;
    @FXML private VBox machine;
    @FXML private VBox runtimes;
    @FXML private ComboBox<DeviceChoice> speech;
    @FXML private ComboBox<DeviceChoice> meaning;
    @FXML private Label whisper;
    @FXML private Button chooseWhisper;
    @FXML private Button ownWhisper;

    /// @param leave goes back to the settings
    public HardwareController(
            HardwareViewModel viewModel,
            FileChoice files,
            Runnable leave,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.files = files;
        this.leave = leave;
        this.texts = texts;
        this.problems = problems;
        this.words = new HardwareText(texts);
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        again.setOnAction(_ -> viewModel.look());
        copy.setOnAction(_ -> copy());
        looking.visibleProperty().bind(viewModel.lookingProperty());
        again.disableProperty().bind(viewModel.lookingProperty());
        copy.disableProperty().bind(viewModel.hardwareProperty().isNull());
        viewModel.hardwareProperty().subscribe(this::show);
        var settings = viewModel.settingsProperty();
        for (var each : List.of(speech, meaning, chooseWhisper, ownWhisper)) {
            each.disableProperty().bind(settings.isNull());
        }
        choose(speech, FOR_SPEECH, DeviceSettings::speech, viewModel::chooseForSpeech);
        choose(meaning, FOR_MEANING, DeviceSettings::embedding, viewModel::chooseForMeaning);
        chooseWhisper.setOnAction(
                _ -> files.folder().stream().findFirst().ifPresent(viewModel::chooseWhisper));
        ownWhisper.setOnAction(_ -> viewModel.chooseWhisper(null));
        settings.subscribe(now -> {
            var folder = now == null ? null : now.whisperFolder();
            whisper.setText(
                    now == null ? "" : folder == null ? texts.text("hardware.whisperOwn") : folder);
            Nodes.setShown(ownWhisper, folder != null);
        });
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    problem.setText(why == null ? "" : problems.of(why));
                    Nodes.setShown(problem, why != null);
                });
        FocusScroll.follow(scroll);
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return back;
    }

    private void show(@Nullable Hardware hardware) {
        if (hardware == null) {
            machine.getChildren().setAll(new Label(texts.text("hardware.looking")));
            return;
        }
        machine.getChildren().setAll(rows(words.machine(hardware)));
        runtimes.getChildren().setAll(rows(words.runtimes(hardware)));
        offer(speech, HardwareText.gpus(hardware, FOR_SPEECH));
        offer(meaning, HardwareText.gpus(hardware, FOR_MEANING));
    }

    private static List<HBox> rows(List<HardwareText.Row> rows) {
        return rows.stream().map(HardwareController::row).toList();
    }

    private static HBox row(HardwareText.Row row) {
        var name = new Label(row.name());
        name.getStyleClass().add("hardware-name");
        var value = new Label(row.value());
        value.getStyleClass().add("row-name");
        var why = new Label(row.why());
        why.getStyleClass().add("row-about");
        for (var each : List.of(name, value, why)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        Nodes.setShown(why, !row.why().isEmpty());
        var facts = new VBox(value, why);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var box = new HBox(name, facts);
        box.getStyleClass().add("hardware-row");
        return box;
    }

    /// What is chosen stays chosen, even where its device is gone.
    private static void offer(ComboBox<DeviceChoice> box, List<Device> gpus) {
        var chosen = box.getValue();
        var choices = HardwareText.choices(gpus);
        box.getItems().setAll(choices);
        if (chosen != null && !choices.contains(chosen)) {
            box.getItems().add(chosen);
        }
        box.setValue(null);
        box.setValue(chosen);
    }

    private void choose(
            ComboBox<DeviceChoice> box,
            List<String> kind,
            Function<DeviceSettings, DeviceChoice> chosen,
            Consumer<DeviceChoice> choose) {
        box.setConverter(new Words(kind));
        box.getItems().setAll(DeviceChoice.AUTO, new DeviceChoice.Cpu());
        viewModel
                .settingsProperty()
                .subscribe(now -> box.setValue(now == null ? null : chosen.apply(now)));
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                choose.accept(box.getValue());
            }
        });
    }

    private void copy() {
        var hardware = viewModel.hardwareProperty().get();
        if (hardware != null) {
            var content = new ClipboardContent();
            content.putString(words.report(hardware));
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(texts.text("hardware.copied"));
        }
    }

    private final class Words extends StringConverter<DeviceChoice> {
        private final List<String> kind;

        Words(List<String> kind) {
            this.kind = kind;
        }

        @Override
        public String toString(@Nullable DeviceChoice choice) {
            var hardware = viewModel.hardwareProperty().get();
            return choice == null ? "" : words.choice(choice, HardwareText.gpus(hardware, kind));
        }

        @Override
        public DeviceChoice fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
