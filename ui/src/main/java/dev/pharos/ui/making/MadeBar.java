package dev.pharos.ui.making;

import dev.pharos.engine.making.Made;
import dev.pharos.engine.summary.Depth;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.making.MadeViewModel.From;
import dev.pharos.ui.making.MakingViewModel.Result;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.function.Consumer;

/// Stands above a made note: what it was made from and how, and after it was made again what to do
/// about that. For the JavaFX thread.
public final class MadeBar extends VBox {
    private static final int BELOW_HEAD = 1;

    /// Words that would take more lines beside the buttons stand above them.
    private static final double LINES = 2;

    private final MadeViewModel viewModel;
    private final Opening opening;
    private final Texts texts;
    private final ProblemText problems;
    private final FontIcon icon = new FontIcon(Material2AL.DESCRIPTION);
    private final Hyperlink from;
    private final Label about = new Label();
    private final Label trust = new Label();
    private final Button anew;
    private final HBox origin = new HBox();
    private final HBox below = new HBox();
    private final VBox rows = new VBox(origin, below);
    private final Label changed = new Label();
    private final Button difference;
    private final Button turn;
    private final Button keep;
    private final FlowPane deeds;
    private final GridPane change = new GridPane();

    private MadeBar(
            MadeViewModel viewModel,
            Opening opening,
            Consumer<From> again,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.texts = texts;
        this.problems = problems;
        from = new Hyperlink(texts.text("made.fromGone"));
        anew =
                button(
                        "made.again",
                        () -> {
                            var now = viewModel.fromProperty().get();
                            if (now != null) {
                                again.accept(now);
                            }
                        });
        difference = button("made.difference", viewModel::showDifference);
        turn = button("made.undo", viewModel::turn);
        keep = button("made.keep", viewModel::keep);
        deeds = new FlowPane(difference, turn, keep);
        build();
        arrange(false);
        // known while all is given its place, when nothing may move
        widthProperty().subscribe(_ -> Platform.runLater(this::fit));
        viewModel.fromProperty().subscribe(this::show);
        viewModel.changeProperty().subscribe(_ -> tell());
        viewModel.problemProperty().subscribe(_ -> tell());
        viewModel.disputedProperty().subscribe(_ -> tell());
    }

    private void build() {
        from.setId("madeFrom");
        from.setMinWidth(60);
        trust.setId("madeTrust");
        trust.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("row-about");
        trust.getStyleClass().add("made-trust");
        for (var each : List.of(origin, below)) {
            each.getStyleClass().add("made-row");
        }
        FlowWords.wrap(changed);
        changed.setMinHeight(USE_PREF_SIZE);
        for (var each : List.of(trust, changed)) {
            each.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(trust, Priority.ALWAYS);
        GridPane.setHgrow(changed, Priority.ALWAYS);
        deeds.getStyleClass().add("made-deeds");
        change.add(changed, 0, 0);
        change.add(deeds, 1, 0);
        keep.getStyleClass().add("accent");
        change.getStyleClass().addAll("banner", "made-change");
        rows.getStyleClass().add("made-rows");
        getChildren().setAll(rows, change);
    }

    private void fit() {
        var all = List.of(icon, from, about, trust, anew);
        double wanted = all.stream().mapToDouble(each -> each.prefWidth(-1)).sum();
        var room = rows.getInsets();
        double gaps = (all.size() - 1) * origin.getSpacing() + room.getLeft() + room.getRight();
        boolean narrow = wanted + gaps > getWidth();
        if (narrow != below.isVisible()) {
            arrange(narrow);
        }
        var around = change.getInsets();
        double buttons = oneRow();
        deeds.setPrefWrapLength(buttons);
        double beside = getWidth() - buttons - change.getHgap();
        beside -= around.getLeft() + around.getRight();
        boolean under = changed.prefWidth(-1) > LINES * beside;
        GridPane.setConstraints(deeds, under ? 0 : 1, under ? 1 : 0);
        deeds.setMinWidth(under ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
    }

    /// How wide what can be done is in one row.
    private double oneRow() {
        var shown = deeds.getChildren().stream().filter(Node::isManaged).toList();
        double wide = shown.stream().mapToDouble(each -> Math.ceil(each.prefWidth(-1))).sum();
        return wide + Math.max(0, shown.size() - 1) * deeds.getHgap() + 1;
    }

    /// Where there is too little room, what it was made from has a line of its own.
    private void arrange(boolean narrow) {
        boolean keyboard = anew.isFocused();
        origin.getChildren().setAll(icon, from);
        below.getChildren().clear();
        (narrow ? below : origin).getChildren().addAll(about, trust, anew);
        Nodes.setShown(below, narrow);
        if (keyboard) {
            anew.requestFocus();
        }
    }

    /// Puts it below the head of a note.
    ///
    /// @param again asks how the note is to be made again
    public static void into(
            Parent note,
            MadeViewModel viewModel,
            Opening opening,
            Consumer<From> again,
            Texts texts) {
        var bar = new MadeBar(viewModel, opening, again, texts, new ProblemText(texts));
        ((Pane) note.lookup("#page")).getChildren().add(BELOW_HEAD, bar);
    }

    private Button button(String key, Runnable does) {
        var button = new Button(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void show(@Nullable From now) {
        Nodes.setShown(this, now != null);
        if (now == null) {
            return;
        }
        var source = now.from();
        icon.setIconCode(source == null ? Material2AL.DESCRIPTION : KindIcons.of(source.kind()));
        from.setText(
                source == null
                        ? texts.text("made.fromGone")
                        : texts.text(
                                now.thrownAway() ? "made.fromTrash" : "made.from",
                                Toasts.name(source.title())));
        from.setDisable(source == null);
        from.setOnAction(_ -> {
            from.setVisited(false);
            if (source != null) {
                opening.open(Target.of(source));
            }
        });
        var settings = now.made().settings();
        about.setText(
                texts.text(
                        "made.about",
                        MakingText.form(settings.form(), now.templates(), texts),
                        MakingText.depth(
                                settings.depth() == null ? Depth.STANDARD : settings.depth(),
                                texts)));
        trust.setText(MakingText.confidence(now.made().summary().confidence(), texts));
        Platform.runLater(this::fit);
    }

    private void tell() {
        var now = viewModel.changeProperty().get();
        var why = viewModel.problemProperty().get();
        Nodes.setShown(change, now != null || why != null);
        for (var each : List.of(difference, turn, keep)) {
            Nodes.setShown(each, now != null);
        }
        changed.setText(why != null ? problems.of(why) : now == null ? "" : words(now));
        boolean conflict = now != null && now.made().change() instanceof Made.Change.Conflict;
        if (viewModel.disputedProperty().get()) {
            changed.setText(texts.text("made.disputed"));
            Nodes.setShown(turn, false);
        }
        turn.setText(texts.text(conflict ? "made.takeNew" : "made.undo"));
        keep.setText(texts.text(conflict ? "made.keepMine" : "made.keep"));
        Platform.runLater(this::fit);
    }

    private String words(Result now) {
        return switch (now.made().change()) {
            case Made.Change.Rewritten(var added, var removed) ->
                    texts.text("made.rewritten", added, removed);
            case Made.Change.Conflict _ -> texts.text("made.conflict");
            case Made.Change.Created _, Made.Change.Unchanged _ -> "";
        };
    }
}
