package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.SizeText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Where a model comes from, where it lies, and how its files are known to be the right ones.
final class ModelDetails {
    private final Texts texts;

    ModelDetails(Texts texts) {
        this.texts = texts;
    }

    /// @param device that it runs on, or empty
    /// @param reason why it is not a GPU, or empty
    List<Node> of(Shelved model, String device, String reason) {
        var rows = new ArrayList<Node>();
        var info = model.info();
        rows.add(row("model.id", info.id()));
        if (info.page() != null) {
            rows.add(row("model.page", info.page()));
        }
        if (!device.isEmpty()) {
            rows.add(row(texts.text("model.runsOn"), device, reason));
        }
        if (model.state() instanceof State.Present here) {
            rows.add(row("model.place", here.place().toString()));
            here.files().forEach(file -> rows.add(file(file)));
        } else {
            info.files().forEach(file -> rows.add(file(file)));
            rows.add(row("model.source", sources(info)));
        }
        return rows;
    }

    private String sources(ModelInfo info) {
        String addresses =
                info.files().stream()
                        .map(ModelInfo.RemoteFile::url)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return addresses.isEmpty() ? texts.text("model.noSource") : addresses;
    }

    private Node file(Shelved.Fingerprint file) {
        return row(
                file.name() + " · " + SizeText.of(file.bytes(), texts),
                file.sha256(),
                texts.text(file.published() ? "model.hashPublished" : "model.hashKept"));
    }

    private Node file(ModelInfo.RemoteFile file) {
        String name =
                file.bytes() > 0
                        ? file.name() + " · " + SizeText.of(file.bytes(), texts)
                        : file.name();
        return file.sha256() == null
                ? row(name, "", texts.text("model.hashUnknown"))
                : row(name, file.sha256(), texts.text("model.hashExpected"));
    }

    private Node row(String key, String value) {
        return row(texts.text(key), value, "");
    }

    /// What can be copied stands in a field that looks like a label.
    private Node row(String name, String value, String about) {
        var title = new Label(name);
        title.getStyleClass().add("detail-name");
        var row = new VBox(title);
        value.lines().forEach(line -> row.getChildren().add(copyable(name, line)));
        if (!about.isEmpty()) {
            var words = new Label(about);
            words.setWrapText(true);
            words.getStyleClass().add("row-about");
            row.getChildren().add(words);
        }
        return row;
    }

    private static TextField copyable(String name, String value) {
        var field = new TextField(value);
        field.setEditable(false);
        field.setAccessibleText(name);
        field.getStyleClass().add("copyable");
        return field;
    }
}
