package dev.pharos.ui.document;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.ReadingSettings.Dress;
import dev.pharos.ui.document.ReadingSettings.Face;
import dev.pharos.ui.document.ReadingSettings.Spacing;
import dev.pharos.ui.document.ReadingSettings.Width;
import dev.pharos.ui.work.Kept;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.function.BiFunction;
import java.util.function.Function;

/// The card on which one chooses how flowing text looks. For the JavaFX thread.
final class LookCard extends VBox {
    private final Kept<ReadingSettings> look;
    private final Texts texts;
    private final Button smaller = new Button("A");
    private ToggleButton button = new ToggleButton();

    /// Puts the keyboard elsewhere.
    private Runnable left = () -> {};

    LookCard(Kept<ReadingSettings> look, Texts texts) {
        this.look = look;
        this.texts = texts;
        getStyleClass().add("look-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren()
                .setAll(
                        size(),
                        row(
                                "look.face",
                                choice(
                                        Face.values(),
                                        this::word,
                                        ReadingSettings::face,
                                        ReadingSettings::with)),
                        row(
                                "look.width",
                                choice(
                                        Width.values(),
                                        this::word,
                                        ReadingSettings::width,
                                        ReadingSettings::with)),
                        row(
                                "look.spacing",
                                choice(
                                        Spacing.values(),
                                        this::word,
                                        ReadingSettings::spacing,
                                        ReadingSettings::with)),
                        row(
                                "look.dress",
                                choice(
                                        Dress.values(),
                                        this::word,
                                        ReadingSettings::dress,
                                        ReadingSettings::with)));
    }

    private String word(Face face) {
        return switch (face) {
            case SANS -> texts.text("look.sans");
            case SERIF -> texts.text("look.serif");
        };
    }

    private String word(Width width) {
        return switch (width) {
            case NARROW -> texts.text("look.narrow");
            case NORMAL -> texts.text("look.normal");
            case WIDE -> texts.text("look.wide");
        };
    }

    private String word(Spacing spacing) {
        return switch (spacing) {
            case TIGHT -> texts.text("look.tight");
            case NORMAL -> texts.text("look.normal");
            case LOOSE -> texts.text("look.loose");
        };
    }

    private String word(Dress dress) {
        return switch (dress) {
            case WINDOW -> texts.text("look.window");
            case PAPER -> texts.text("look.paper");
            case SEPIA -> texts.text("look.sepia");
            case NIGHT -> texts.text("look.night");
        };
    }

    private Node size() {
        var larger = new Button("A");
        smaller.getStyleClass().addAll("flat", "type-smaller");
        larger.getStyleClass().addAll("flat", "type-larger");
        smaller.setAccessibleText(texts.text("look.smaller"));
        larger.setAccessibleText(texts.text("look.larger"));
        larger.setId("typeLarger");
        smaller.setOnAction(_ -> look.change(now -> now.sized(false)));
        larger.setOnAction(_ -> look.change(now -> now.sized(true)));
        var size = new Label();
        size.getStyleClass().add("type-size");
        size.textProperty()
                .bind(look.valueProperty().map(now -> texts.text("look.size", now.size())));
        look.valueProperty()
                .subscribe(now -> {
                    smaller.setDisable(now.size() == ReadingSettings.SMALLEST);
                    larger.setDisable(now.size() == ReadingSettings.LARGEST);
                });
        return row("look.type", new HBox(smaller, size, larger));
    }

    private Node row(String key, Node choice) {
        var label = new Label(texts.text(key));
        label.getStyleClass().add("row-about");
        label.setMinWidth(USE_PREF_SIZE);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        choice.getStyleClass().add("switch");
        var row = new HBox(label, room, choice);
        row.getStyleClass().add("look-row");
        return row;
    }

    private <T> HBox choice(
            T[] values,
            Function<T, String> word,
            Function<ReadingSettings, T> of,
            BiFunction<ReadingSettings, T, ReadingSettings> with) {
        var group = new ToggleGroup();
        var box = new HBox();
        for (T value : values) {
            var button = new ToggleButton(word.apply(value));
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(_ -> look.change(now -> with.apply(now, value)));
            look.valueProperty().subscribe(now -> button.setSelected(of.apply(now).equals(value)));
            box.getChildren().add(button);
        }
        return box;
    }

    /// Lays it over what is read, closed: the button opens it, and a press beside it closes it.
    void over(StackPane below, ToggleButton opens, Runnable leaves) {
        button = opens;
        left = leaves;
        Nodes.setShown(this, false);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        below.getChildren().add(this);
        opens.setOnAction(_ -> open(opens.isSelected()));
        below.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (!Nodes.within(this, (Node) event.getTarget())) {
                        open(false);
                    }
                });
    }

    void open(boolean open) {
        boolean keyboard = getScene() != null && Nodes.within(this, getScene().getFocusOwner());
        button.setSelected(open);
        Nodes.setShown(this, open);
        if (open) {
            smaller.requestFocus();
        } else if (keyboard) {
            left.run();
        }
    }
}
