package dev.pharos.ui.welcome;

import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Binds `welcome.fxml`: what an empty library offers.
public final class WelcomeController {
    private final Tips tips;
    private final @Nullable SamplesViewModel samples;

    @FXML private Button welcomeFolder;
    @FXML private Button welcomeFiles;
    @FXML private Button welcomeRecord;
    @FXML private VBox sampleOffer;
    @FXML private Button welcomeSamples;
    @FXML private ProgressIndicator samplesComing;

    /// @param samples null where there are none
    public WelcomeController(Tips tips, @Nullable SamplesViewModel samples) {
        this.tips = tips;
        this.samples = samples;
    }

    @FXML
    private void initialize() {
        give(welcomeFolder, "command.importFolder");
        give(welcomeFiles, "command.importFiles");
        give(welcomeRecord, "command.record");
        Nodes.setShown(welcomeRecord, tips.commands().find("command.record").isPresent());
        Nodes.setShown(sampleOffer, samples != null);
        if (samples != null) {
            welcomeSamples.setOnAction(_ -> samples.add());
            welcomeSamples.disableProperty().bind(samples.busyProperty());
            samples.busyProperty().subscribe(busy -> Nodes.setShown(samplesComing, busy));
        }
    }

    private void give(Button button, String id) {
        Commands commands = tips.commands();
        button.setOnAction(_ -> commands.find(id).ifPresent(each -> each.action().run()));
        tips.on(button, id);
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return welcomeFolder;
    }
}
