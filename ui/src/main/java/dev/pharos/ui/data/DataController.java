package dev.pharos.ui.data;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.data.MirrorViewModel.State;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/// Binds `data.fxml` to its view-model.
public final class DataController {

    /// What is asked for elsewhere.
    public record Deeds(Runnable export, Runnable bringBack, Runnable chooseMirror) {}

    private final MirrorViewModel mirror;
    private final Deeds deeds;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private Button exportAll;
    @FXML private Button bringBack;
    @FXML private Button chooseMirror;
    @FXML private Button mirrorNow;
    @FXML private Button mirrorAnyway;
    @FXML private CheckBox keepMirror;
    @FXML private Label mirrorFolder;
    @FXML private Label mirrorState;
    @FXML private Label mirrorLast;

    public DataController(MirrorViewModel mirror, Deeds deeds, Texts texts, ProblemText problems) {
        this.mirror = mirror;
        this.deeds = deeds;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        exportAll.setOnAction(_ -> deeds.export().run());
        bringBack.setOnAction(_ -> deeds.bringBack().run());
        chooseMirror.setOnAction(_ -> deeds.chooseMirror().run());
        mirrorNow.setOnAction(_ -> mirror.mirror(false));
        mirrorAnyway.setOnAction(_ -> mirror.mirror(true));
        keepMirror.setOnAction(_ -> mirror.keep(keepMirror.isSelected()));
        FlowWords.wrap(mirrorFolder);
        FlowWords.wrap(mirrorState);
        mirror.settingsProperty().subscribe(_ -> show());
        mirror.stateProperty().subscribe(_ -> show());
    }

    private void show() {
        var settings = mirror.settingsProperty().get();
        var state = mirror.stateProperty().get();
        boolean chosen = settings.place().isPresent();
        mirrorFolder.setText(settings.folder());
        keepMirror.setSelected(settings.kept());
        mirrorState.setText(MirrorText.state(state, settings, texts, problems));
        mirrorLast.setText(MirrorText.last(settings, texts));
        mirrorNow.setDisable(state instanceof State.Running);
        Nodes.setShown(mirrorFolder, chosen);
        Nodes.setShown(keepMirror, chosen);
        Nodes.setShown(mirrorNow, chosen);
        Nodes.setShown(mirrorState, chosen && !mirrorState.getText().isEmpty());
        Nodes.setShown(mirrorLast, chosen && !mirrorLast.getText().isEmpty());
        Nodes.setShown(
                mirrorAnyway,
                state instanceof State.Stopped(var why) && why instanceof Problem.MostWouldGo);
    }
}
