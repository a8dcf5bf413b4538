package dev.pharos.ui.palette;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.palette.PaletteViewModel.Entry;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// One entry of the palette: a command with its key, or a source with its kind.
final class EntryCell extends ListCell<Entry> {
    private final Commands commands;
    private final Texts texts;
    private final FontIcon icon = new FontIcon(Material2AL.CHEVRON_RIGHT);
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label key = new Label();
    private final HBox content;

    EntryCell(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        about.getStyleClass().add("row-about");
        about.setMinWidth(Region.USE_PREF_SIZE);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        content = new HBox(icon, name, room, about, key);
        content.getStyleClass().add("palette-row");
        content.setMinWidth(0);
        content.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (entry) {
            case Entry.Deed(var command) -> {
                icon.setIconCode(Material2AL.CHEVRON_RIGHT);
                name.setText(texts.text(command.id()));
                about.setText("");
                key.setText(commands.keyText(command.id()));
            }
            case Entry.Thing(var source) -> {
                icon.setIconCode(KindIcons.of(source.kind()));
                name.setText(source.title());
                about.setText(texts.text("kind." + source.kind().id()));
                key.setText("");
            }
        }
        key.setVisible(!key.getText().isEmpty());
        key.setManaged(key.isVisible());
        setGraphic(content);
        setAccessibleText((name.getText() + " " + about.getText() + key.getText()).strip());
    }
}
