package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One version of a transcript: how and when it came to be.
final class VersionCell extends WideCell<Version> {
    private final VersionsViewModel versions;
    private final Texts texts;
    private final DateTimeFormatter when;
    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox content = new VBox(title, about);

    VersionCell(VersionsViewModel versions, Texts texts) {
        this.versions = versions;
        this.texts = texts;
        when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault());
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        about.getStyleClass().add("row-about");
        about.setWrapText(true);
        content.getStyleClass().add("row-words");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Version version) {
        title.setText(when.format(version.made()));
        about.setText(
                Stream.of(
                                versions.current(version) ? texts.text("versions.current") : "",
                                origin(version),
                                version.model(),
                                version.complete() ? "" : texts.text("transcript.incomplete"),
                                version.sameSound() ? "" : texts.text("versions.otherSound"))
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining(" · ")));
        setAccessibleText(title.getText() + ", " + about.getText());
    }

    private String origin(Version version) {
        return switch (version.origin()) {
            case RECOGNISED -> texts.text("versions.recognised");
            case EDITED -> texts.text("versions.edited");
            case IMPORTED -> texts.text("versions.imported");
            case RESTORED -> texts.text("versions.restored");
        };
    }
}
