package dev.pharos.ui.model;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.model.Card.Doing;
import dev.pharos.ui.model.Card.Note;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;
import java.util.function.Consumer;

/// One model of the list: what it is, how it stands, and what may be done with it now. Built once
/// and filled again, so that the keyboard stays where it is.
final class ModelCardView extends VBox {
    private static final PseudoClass MISFIT = PseudoClass.getPseudoClass("misfit");

    /// What stands in the line of its state is bad news.
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /// What a card asks of the page around it.
    ///
    /// @param add lets the owner pick a file or folder
    /// @param reveal shows where a model lies
    /// @param setUp leads to the chat endpoints
    /// @param hardware that models run on
    record Page(Runnable add, Consumer<Card> reveal, Runnable setUp, HardwareViewModel hardware) {}

    private final ModelsViewModel models;
    private final Page page;
    private final Texts texts;
    private final ModelText words;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label state = new Label();
    private final Label note = new Label();
    private final Label misfit = new Label();
    private final Label caution = new Label();
    private final Label inUse = badge("in-use");
    private final Label recommended = badge("recommended");
    private final Label bundled = badge("plain");
    private final Label device = badge("plain");
    private final Tooltip why = new Tooltip();
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox details = new VBox();
    private final HBox answers;
    private final Button get;
    private final Button add;
    private final Button goOn;
    private final Button use;
    private final Button test;
    private final Button setUp;
    private final Button pause;
    private final Button cancel;
    private final Button yes;
    private final Button no;
    private final Button retry;
    private final MenuButton more = new MenuButton();
    private final MenuItem check = new MenuItem();
    private final MenuItem reveal = new MenuItem();
    private final MenuItem about = new MenuItem();
    private final MenuItem delete = new MenuItem();
    private Card card;

    ModelCardView(Card card, ModelsViewModel models, Page page, Texts texts, ModelText words) {
        this.card = card;
        this.models = models;
        this.page = page;
        this.texts = texts;
        this.words = words;
        String id = card.id();
        get = button("get", texts.text("model.get"), () -> models.get(id));
        add = button("add", texts.text("model.addFile"), page.add());
        goOn = button("goOn", texts.text("model.goOn"), () -> models.get(id));
        use = button("use", texts.text("model.use"), () -> models.use(id));
        test = button("test", texts.text("model.test"), () -> models.test(id));
        setUp = button("setUp", texts.text("model.setUp"), page.setUp());
        pause = icon(Material2MZ.PAUSE, "pause", texts.text("model.pause"), () -> models.pause(id));
        cancel = icon(Material2AL.CLOSE, "cancel", texts.text("model.cancel"), this::cancel);
        yes = button("yes", "", () -> models.agree(id));
        no = button("no", "", () -> models.dismiss(id));
        retry = button("retry", texts.text("model.retry"), () -> models.retry(id));
        answers = new HBox(yes, retry, no);
        arrange();
        fillMenu(id);
        show(card);
    }

    /// Puts the keyboard on what it offers first.
    void enter() {
        (get.isVisible() && !get.isDisabled() ? get : more).requestFocus();
    }

    private Button button(String name, String text, Runnable does) {
        var button = new Button(text);
        button.getStyleClass().addAll("small", name);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static Button icon(Ikon picture, String name, String text, Runnable does) {
        var button = IconButton.of(picture, text, does);
        button.getStyleClass().add(name);
        return button;
    }

    private static Label badge(String style) {
        var badge = new Label();
        badge.getStyleClass().addAll("badge", style);
        badge.setMinWidth(USE_PREF_SIZE);
        return badge;
    }

    private void arrange() {
        getStyleClass().add("model-card");
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        for (var each : List.of(facts, state, note, misfit, caution)) {
            each.getStyleClass().add("row-about");
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        note.getStyleClass().add("model-note");
        state.getStyleClass().add("model-state");
        misfit.getStyleClass().add("model-misfit");
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.setAccessibleText(texts.text("model.progressName", words.name(card.info())));
        inUse.setText(texts.text("model.inUse"));
        recommended.setText(texts.text("model.recommended"));
        bundled.setText(texts.text("model.bundled"));
        details.getStyleClass().add("model-details");
        answers.getStyleClass().add("buttons");
        var head = new HBox(title, inUse, recommended, bundled, device);
        head.getStyleClass().add("model-head");
        var texts = new VBox(head, facts);
        texts.getStyleClass().add("model-words");
        HBox.setHgrow(texts, Priority.ALWAYS);
        var buttons = new HBox(get, add, goOn, use, test, setUp, pause, cancel, more);
        buttons.getStyleClass().add("model-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(texts, buttons);
        row.getStyleClass().add("model-row");
        getChildren().setAll(row, caution, misfit, bar, state, note, answers, details);
    }

    private void fillMenu(String id) {
        more.setGraphic(new FontIcon(Material2MZ.MORE_HORIZ));
        more.getStyleClass().addAll("button-icon", "flat", "no-arrow", "more");
        more.setAccessibleText(texts.text("model.more", words.name(card.info())));
        more.setTooltip(new Tooltip(texts.text("model.moreTip")));
        check.setText(texts.text("model.check"));
        check.setOnAction(_ -> models.check(id));
        reveal.setText(texts.text("model.reveal"));
        reveal.setOnAction(_ -> page.reveal().accept(card));
        about.setOnAction(_ -> models.toggle(id));
        delete.setText(texts.text("model.delete"));
        delete.setOnAction(_ -> models.askDelete(id));
        more.getItems().setAll(about, reveal, check, delete);
    }

    private void cancel() {
        if (card.doing() instanceof Doing.Getting) {
            models.cancel(card.id());
        } else {
            models.pause(card.id());
        }
    }

    void show(Card now) {
        card = now;
        var info = now.info();
        var why = now.shelved().fit().misfit();
        var here = now.shelved().state() instanceof State.Present present ? present : null;
        title.setText(words.name(info));
        facts.setText(words.facts(now.shelved()));
        text(misfit, why == null ? "" : words.misfit(why));
        text(caution, words.caution(now));
        pseudoClassStateChanged(MISFIT, why != null && here == null);
        Nodes.setShown(inUse, now.chosen());
        Nodes.setShown(recommended, info.recommended() && here == null);
        Nodes.setShown(bundled, here != null && here.bundled());
        showDevice();
        showProgress();
        showNote();
        showButtons();
        Nodes.setShown(details, now.open());
        about.setText(texts.text(now.open() ? "model.hideDetails" : "model.details"));
        keepFocus();
    }

    /// What had the keyboard and is no longer there leaves it to its neighbour of the same model,
    /// and to one that does nothing at once: the next model's button would do something else.
    private void keepFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean gone = false;
        Node at = owner;
        while (at != null && at != this) {
            gone |= !at.isVisible();
            at = at.getParent();
        }
        if (at != null && gone) {
            (pause.isVisible() ? pause : cancel.isVisible() ? cancel : more).requestFocus();
        }
    }

    void showDevice() {
        var used = used();
        String name = used == null ? "" : page.hardware().name(used);
        String reason = reason();
        boolean tried = card.note() instanceof Note.Tested;
        device.setText(name);
        Nodes.setShown(device, tried);
        if (card.doing() == null) {
            text(state, words.state(card, name));
        }
        why.setText(reason);
        for (var each : List.of(device, state)) {
            each.setTooltip(reason.isEmpty() ? null : why);
        }
        device.setAccessibleHelp(reason);
        details.getChildren()
                .setAll(
                        card.open()
                                ? new ModelDetails(texts).of(card.shelved(), name, reason)
                                : List.of());
    }

    /// The device of the last trial, or the one that would be used; null where neither is known.
    private @Nullable Device used() {
        var runs = card.stand().runs();
        if (!card.shelved().present()) {
            return null;
        }
        if (card.note() instanceof Note.Tested(var outcome)) {
            return outcome.device();
        }
        return card.info().kind() == ModelKind.SPEECH
                ? page.hardware().speech()
                : runs == null ? null : runs.device();
    }

    /// Why it is not a GPU, or empty.
    private String reason() {
        var runs = card.stand().runs();
        return runs == null || !runs.device().equals(used())
                ? ""
                : new HardwareText(texts).why(runs.why());
    }

    private void showProgress() {
        var doing = card.doing();
        if (doing != null) {
            text(state, words.doing(doing));
        }
        bar.setProgress(fraction());
        boolean comes = card.shelved().state() instanceof State.Partial;
        Nodes.setShown(bar, doing == null ? comes : !(doing instanceof Doing.Testing));
        pseudoClassStateChanged(BAD, doing == null && card.failing());
    }

    private double fraction() {
        return switch (card.doing()) {
            case Doing.Getting(long done, long total, _) -> fraction(done, total);
            case Doing.Checking(long done, long total) -> fraction(done, total);
            case Doing.Testing(), Doing.Deleting() -> ProgressBar.INDETERMINATE_PROGRESS;
            case null -> Math.max(0, ModelText.fraction(card));
        };
    }

    private static double fraction(long done, long total) {
        return total <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : Math.min(1, (double) done / total);
    }

    private void showNote() {
        var said = card.note();
        if (said != null && card.shelved().present() && ModelText.inLine(said)) {
            said = null;
        }
        text(note, said == null ? "" : words.note(card, said));
        boolean failed = said instanceof Note.Failed;
        pseudoClassStateChanged(FAILED, failed);
        boolean asks = said instanceof Note.AskDelete || said instanceof Note.AskChange;
        yes.setText(
                texts.text(said instanceof Note.AskDelete ? "model.deleteNow" : "model.change"));
        no.setText(texts.text(asks ? "model.notNow" : "model.dismiss"));
        Nodes.setShown(yes, asks);
        Nodes.setShown(
                retry,
                said instanceof Note.Failed(_, var attempt) && attempt != Card.Attempt.DELETE);
        Nodes.setShown(answers, asks || failed);
    }

    private void showButtons() {
        var doing = card.doing();
        var state = card.shelved().state();
        boolean idle = doing == null;
        boolean absent = idle && state instanceof State.Absent;
        boolean here = idle && state instanceof State.Present;
        boolean chat = card.info().kind() == ModelKind.CHAT;
        Nodes.setShown(get, (absent || here && card.damaged()) && card.downloadable());
        get.setDisable(card.shelved().fit().misfit() != null);
        Nodes.setShown(add, absent && !card.downloadable() && !chat);
        add.setDisable(card.shelved().fit().misfit() != null);
        Nodes.setShown(
                goOn,
                idle && state instanceof State.Partial && !(card.note() instanceof Note.Failed));
        boolean broken =
                card.note() instanceof Note.Failed(_, var attempt) && attempt == Card.Attempt.TEST;
        Nodes.setShown(use, here && card.usable() && !broken && !card.chosen() && !card.next());
        Nodes.setShown(test, here && card.testable());
        Nodes.setShown(setUp, chat);
        Nodes.setShown(pause, doing instanceof Doing.Getting);
        Nodes.setShown(cancel, !idle && !(doing instanceof Doing.Deleting));
        Nodes.setShown(more, idle || doing instanceof Doing.Deleting);
        check.setVisible(here);
        reveal.setVisible(here);
        delete.setVisible(
                idle && state instanceof State.Partial
                        || here && !((State.Present) state).bundled());
        delete.setText(
                texts.text(state instanceof State.Partial ? "model.deletePart" : "model.delete"));
    }

    private static void text(Label label, String text) {
        label.setText(text);
        Nodes.setShown(label, !text.isEmpty());
    }
}
