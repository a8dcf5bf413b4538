package dev.pharos.ui.batch;

import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Toasts;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;
import java.util.Objects;

/// One source of a batch: its steps, what is being done or what became of it, and its notes.
final class ItemPane extends StackPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final BatchText words;
    private final BatchLeads leads;
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final StepStrip strip;
    private final Label stand = new Label();
    private final Label notices = new Label();
    private final FlowPane notes = new FlowPane();
    private final Button settings;
    private final Button details;
    private final StepLines lines;
    private List<Source> linked = List.of();
    private BatchRow.@Nullable Item shown;

    ItemPane(BatchesViewModel batches, BatchLeads leads, BatchText words, Texts texts) {
        this.words = words;
        this.leads = leads;
        this.texts = texts;
        strip = new StepStrip(words);
        lines = new StepLines(words);
        settings = new Button(texts.text("making.toSettings"));
        settings.setId("batch-settings");
        settings.getStyleClass().add("small");
        settings.setMinWidth(USE_PREF_SIZE);
        settings.setOnAction(_ -> toSettings());
        details =
                IconButton.of(
                        Material2AL.EXPAND_MORE,
                        texts.text("batch.steps"),
                        () -> {
                            if (shown != null) {
                                batches.toggle(shown);
                            }
                        });
        details.setId("batch-steps");
        title.getStyleClass().add("batch-item-title");
        stand.getStyleClass().addAll("row-about", "batch-stand");
        notices.getStyleClass().add("row-about");
        for (var each : List.of(title, stand, notices)) {
            each.setWrapText(true);
        }
        notes.getStyleClass().add("batch-notes");
        var column = new VBox(title, stand, settings, notices, notes, lines);
        column.getStyleClass().add("batch-item-words");
        HBox.setHgrow(column, Priority.ALWAYS);
        var row = new HBox(icon, column, strip, details);
        row.getStyleClass().add("batch-item");
        row.setMaxWidth(BatchCell.COLUMN);
        getChildren().setAll(row);
    }

    /// @return what it says, for those who cannot see it
    String show(BatchRow.Item row) {
        shown = row;
        var item = row.item();
        var source = leads.library().find(item.source());
        icon.setIconCode(source == null ? Material2AL.DESCRIPTION : KindIcons.of(source.kind()));
        title.setText(source == null ? item.title() : source.title());
        var steps = StepIcons.shown(item.steps());
        strip.show(steps);
        set(stand, words.stand(item));
        stand.pseudoClassStateChanged(FAILED, item.state() == Job.State.FAILED);
        set(notices, words.notices(item));
        Nodes.setShown(settings, toSettings(item));
        link(item);
        Nodes.setShown(lines, row.open());
        lines.show(row.open() ? item.steps() : List.of());
        details.setGraphic(
                new FontIcon(row.open() ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
        return texts.text("batch.itemName", title.getText(), stand.getText(), words.spoken(steps));
    }

    private static void set(Label label, String text) {
        label.setText(text);
        Nodes.setShown(label, !text.isEmpty());
    }

    private static boolean toSettings(BatchItem item) {
        var why = item.problem();
        return why instanceof Problem.NoSpeechModel
                || why instanceof Problem.ResearchNotAllowed
                || why instanceof Problem.ResearchFailed;
    }

    private void toSettings() {
        if (shown != null && shown.item().problem() instanceof Problem.NoSpeechModel) {
            leads.chooseModel().run();
        } else {
            leads.research().run();
        }
    }

    private void link(BatchItem item) {
        var now =
                item.notes().stream().map(leads.library()::find).filter(Objects::nonNull).toList();
        if (!now.equals(linked)) {
            linked = now;
            notes.getChildren().setAll(now.stream().map(this::link).toList());
        }
        Nodes.setShown(notes, !now.isEmpty());
    }

    private Hyperlink link(Source note) {
        var link = new Hyperlink(Toasts.name(note.title()), new FontIcon(Material2MZ.NOTES));
        link.setMnemonicParsing(false);
        link.getStyleClass().add("batch-note");
        SourceId id = note.id();
        link.setOnAction(_ -> {
            link.setVisited(false);
            leads.open().accept(id);
        });
        return link;
    }
}
