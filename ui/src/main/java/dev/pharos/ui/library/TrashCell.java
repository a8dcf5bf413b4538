package dev.pharos.ui.library;

import dev.pharos.engine.library.Trash.Trashed;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// One source in the trash: its kind, its title, and when it was thrown away.
final class TrashCell extends WideCell<Trashed> {
    private final Texts texts;
    private final SourceRow row = new SourceRow();

    TrashCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("source-cell");
    }

    @Override
    protected Node content() {
        return row;
    }

    @Override
    protected void show(Trashed thrown) {
        var source = thrown.source();
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(thrown.when());
        row.show(
                source,
                texts.text("kind." + source.kind().id()) + " · " + texts.text("trash.when", when));
        setAccessibleText(row.words());
    }
}
