package dev.pharos.ui.making;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.NoteForm;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.SpokenLanguages;
import dev.pharos.ui.control.Toasts;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks how notes are to be made; Enter makes them as they were made last. For the JavaFX thread.
final class MakingDialog {
    private static final double WIDTH = 470;
    private static final int NAMED = 4;

    /// What stands for the form that fits, since a box for choosing shows nothing for null.
    private static final String FITTING = "";

    private final MakingChoices choices;
    private final MakingSettings before;
    private final Texts texts;
    private final ComboBox<String> form = new ComboBox<>();
    private final ToggleGroup depth = new ToggleGroup();
    private final ToggleGroup parts = new ToggleGroup();
    private final CheckBox tags;
    private final CheckBox related;
    private final CheckBox research;
    private final CheckBox model;
    private final ComboBox<String> spoken = new ComboBox<>();
    private final Label other = new Label();

    /// What was answered.
    ///
    /// @param spoken the language of recordings without words; null for what the settings say
    record Answer(MakingSettings settings, @Nullable String spoken) {}

    private MakingDialog(MakingChoices choices, MakingSettings last, Texts texts) {
        this.choices = choices;
        this.texts = texts;
        var made = choices.one();
        before = made == null ? last : MakingSettings.of(made.settings());
        tags = check("making.tags", before.tags());
        related = check("making.related", before.related());
        var service = choices.service();
        research = check("making.research", before.research() && allowed(service));
        research.setDisable(!allowed(service));
        model = check("making.model", modelChosen());
        if (choices.model() != null) {
            model.setText(texts.text("making.model", choices.model().name()));
        }
        forms(choices.made().size() > 1 ? FITTING : before.form());
        SpokenLanguages.fill(spoken, List.of(SpokenLanguages.USUAL, SpeechToText.AUTO), texts);
        spoken.setValue(SpokenLanguages.USUAL);
        named(spoken, "spoken", "speech.language");
    }

    /// @param done hears how, if they are to be made
    static void show(
            Window owner,
            MakingChoices choices,
            MakingSettings last,
            Texts texts,
            Consumer<Answer> done) {
        var asked = new MakingDialog(choices, last, texts);
        var dialog = asked.dialog(owner);
        dialog.resultProperty()
                .subscribe(answer -> {
                    if (answer != null) {
                        done.accept(answer);
                    }
                });
        dialog.show();
    }

    private Dialog<Answer> dialog(Window owner) {
        var dialog = new Dialog<Answer>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.text("shell.title"));
        dialog.setHeaderText(title());
        dialog.setGraphic(null);
        var make =
                new ButtonType(
                        texts.text(choices.again() ? "making.again" : "making.make"),
                        ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes()
                .setAll(make, new ButtonType(texts.text("making.cancel"), ButtonData.CANCEL_CLOSE));
        pane.getButtonTypes().forEach(each -> whole(pane.lookupButton(each)));
        pane.lookupButton(make).getStyleClass().add("accent");
        pane.lookupButton(make).setId("make");
        var content = content();
        content.getStyleClass().add("making-card");
        content.setPrefWidth(WIDTH);
        pane.setContent(content);
        pane.setAccessibleText(title());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> enter(event, pane.lookupButton(make)));
        dialog.setResultConverter(pressed -> pressed == make ? answer() : null);
        dialog.setOnShown(_ -> Platform.runLater(form::requestFocus));
        return dialog;
    }

    /// Enter makes them wherever the keyboard is, but on another button or in a list.
    private void enter(KeyEvent event, Node make) {
        boolean elsewhere =
                event.getTarget() instanceof Button || form.isShowing() || spoken.isShowing();
        if (event.getCode() == KeyCode.ENTER && !elsewhere && make instanceof Button button) {
            event.consume();
            button.fire();
        }
    }

    private static void whole(Node node) {
        if (node instanceof Button button) {
            ButtonBar.setButtonUniformSize(button, false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private String title() {
        int many = choices.sources().size();
        boolean again = choices.again();
        if (many > 1) {
            return texts.text(again ? "making.titleAgainMany" : "making.titleMany", many);
        }
        var name = Toasts.name(choices.sources().getFirst().title());
        return texts.text(again ? "making.titleAgain" : "making.title", name);
    }

    private VBox content() {
        var depths =
                Stream.of(Depth.values())
                        .map(each ->
                                toggle(MakingText.depth(each, texts), each, depth, before.depth()))
                        .toList();
        var counts =
                IntStream.rangeClosed(1, MadeNote.Settings.MOST_PARTS)
                        .mapToObj(each ->
                                toggle(
                                        texts.text("making.part", each),
                                        each,
                                        parts,
                                        before.parts()))
                        .toList();
        var content =
                new VBox(
                        row("making.form", form),
                        other,
                        row("making.depth", box("depth", depths)),
                        row("making.parts", box("parts", counts)),
                        tags,
                        related,
                        model,
                        research);
        about(content);
        leaves(content);
        if (choices.wordless() > 0) {
            content.getChildren()
                    .addAll(
                            hint(texts.text("making.wordless", choices.wordless()), false),
                            row("speech.language", spoken));
        }
        other.getStyleClass().add("row-about");
        FlowWords.wrap(other);
        other.setMinHeight(Region.USE_PREF_SIZE);
        form.valueProperty().subscribe(this::showOther);
        return content;
    }

    /// What is chosen stands above all else.
    private void about(VBox content) {
        if (choices.staying() > 0) {
            content.getChildren()
                    .addFirst(hint(texts.text("making.stay", choices.staying()), false));
        }
        if (choices.sources().size() > 1) {
            content.getChildren().addFirst(hint(named(), false));
        }
    }

    /// The first of several, by name.
    private String named() {
        var all = choices.sources();
        String names =
                all.stream()
                        .limit(NAMED)
                        .map(each -> Toasts.name(each.title()))
                        .collect(Collectors.joining(", "));
        return all.size() > NAMED ? texts.text("batch.title", names, all.size() - NAMED) : names;
    }

    /// What would leave this machine stands below the box that sends it.
    private void leaves(VBox content) {
        var writer = choices.model();
        var service = choices.service();
        Nodes.setShown(model, writer != null);
        Nodes.setShown(research, service != null);
        var all = content.getChildren();
        if (writer != null && !writer.local()) {
            all.add(
                    all.indexOf(model) + 1,
                    hint(texts.text("making.modelLeaves", writer.address()), true));
        }
        if (service != null) {
            String key = service.allowed() ? "making.leaves" : "making.notAllowed";
            all.add(all.indexOf(research) + 1, hint(texts.text(key, service.address()), true));
        }
    }

    private static boolean allowed(MakingQuestion.@Nullable Place service) {
        return service != null && service.allowed();
    }

    /// Beyond this machine nothing is sent that nobody has asked for.
    private boolean modelChosen() {
        var writer = choices.model();
        var said = before.model();
        return writer != null && (said == null ? writer.local() : said);
    }

    /// A note of another form is another note.
    private void showOther(@Nullable String chosen) {
        var made = choices.one();
        String now = made == null ? FITTING : String.valueOf(made.settings().form());
        boolean another = choices.again() && !now.equals(chosen);
        String key = made == null ? "making.anotherMany" : "making.another";
        other.setText(another ? texts.text(key) : "");
        Nodes.setShown(other, another);
    }

    private void forms(@Nullable String now) {
        if (choices.one() == null) {
            form.getItems().add(FITTING);
        }
        Stream.of(NoteForm.BuiltIn.values())
                .map(NoteForm.BuiltIn::id)
                .forEach(form.getItems()::add);
        choices.templates().stream()
                .map(Source::id)
                .map(Object::toString)
                .forEach(form.getItems()::add);
        form.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String id) {
                        String known = id == null || id.equals(FITTING) ? null : id;
                        if (known == null && choices.again()) {
                            return texts.text("making.form.asMade");
                        }
                        return MakingText.form(known, choices.templates(), texts);
                    }

                    @Override
                    public String fromString(String words) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        form.setValue(
                now != null && form.getItems().contains(now) ? now : form.getItems().getFirst());
        named(form, "form", "making.form");
    }

    private void named(ComboBox<String> box, String id, String key) {
        box.setId(id);
        box.setAccessibleText(texts.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private CheckBox check(String key, boolean chosen) {
        var box = new CheckBox(texts.text(key));
        box.setId(key.substring(key.indexOf('.') + 1));
        box.setSelected(chosen);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static ToggleButton toggle(String words, Object value, ToggleGroup group, Object now) {
        var button = new ToggleButton(words);
        button.setUserData(value);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(value.equals(now));
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }

    private static HBox box(String id, List<ToggleButton> buttons) {
        var box = new HBox();
        box.getChildren().setAll(buttons);
        box.setId(id);
        box.getStyleClass().add("switch");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node row(String key, Node choice) {
        var label = new Label(texts.text(key));
        label.setLabelFor(choice);
        label.getStyleClass().add("row-about");
        return new VBox(4, label, choice);
    }

    private static Label hint(String words, boolean indented) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("row-about");
        if (indented) {
            label.getStyleClass().add("indented");
        }
        return label;
    }

    private @Nullable Boolean writes() {
        return choices.model() == null ? null : Boolean.valueOf(model.isSelected());
    }

    private Answer answer() {
        String chosen = form.getValue();
        var settings =
                new MakingSettings(
                        chosen.equals(FITTING) ? null : chosen,
                        (Depth) depth.getSelectedToggle().getUserData(),
                        tags.isSelected(),
                        related.isSelected(),
                        research.isSelected(),
                        (Integer) parts.getSelectedToggle().getUserData(),
                        writes());
        String heard = spoken.getValue();
        return new Answer(settings, heard.equals(SpokenLanguages.USUAL) ? null : heard);
    }
}
