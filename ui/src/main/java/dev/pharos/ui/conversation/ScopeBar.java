package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.tag.Tag;
import dev.pharos.ui.Texts;
import dev.pharos.ui.answer.AnswerWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.conversation.ScopeViewModel.Period;
import dev.pharos.ui.library.NamePopup;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.material2.Material2AL;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the next answer shall be like and where it is looked for: small controls in a row that
/// wraps, and below them in words what is chosen. For the JavaFX thread.
final class ScopeBar extends VBox {
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final int YEARS = 4;

    private final ObservableValue<ConversationViewModel> open;
    private final ScopeViewModel choices;
    private final Texts texts;
    private final ComboBox<AnswerMode> mode = new ComboBox<>();
    private final MenuButton collections;
    private final Button tags = new Button();
    private final MenuButton kinds;
    private final MenuButton dates;
    private final Label words = new Label();
    private final HBox chosen;

    ScopeBar(ObservableValue<ConversationViewModel> open, ScopeViewModel choices, Texts texts) {
        this.open = open;
        this.choices = choices;
        this.texts = texts;
        collections = menu("scope.collections", "scope.noCollections", this::collections);
        kinds = menu("scope.kinds", "scope.nothing", this::kinds);
        dates = menu("scope.dates", "scope.nothing", this::dates);
        tags.setText(texts.text("scope.tags"));
        tags.getStyleClass().addAll("flat", "scope-choice");
        var arrow = new Region();
        arrow.getStyleClass().add("scope-arrow");
        tags.setGraphic(arrow);
        tags.setContentDisplay(ContentDisplay.RIGHT);
        tags.setMinWidth(USE_PREF_SIZE);
        tags.setOnAction(_ -> askTag());
        var row = new FlowPane(mode(), collections, tags, kinds, dates);
        row.getStyleClass().add("scope-row");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var clear =
                IconButton.of(
                        Material2AL.CLOSE, texts.text("scope.clear"), () -> change(_ -> Scope.ALL));
        clear.setId("clearScope");
        clear.getStyleClass().add("small");
        chosen = new HBox(words, clear);
        chosen.getStyleClass().add("scope-words");
        getChildren().setAll(row, chosen);
        open.flatMap(ConversationViewModel::scopeProperty).subscribe(_ -> show());
        choices.knownProperty().subscribe(_ -> show());
        choices.load();
    }

    private ComboBox<AnswerMode> mode() {
        var said = new AnswerWords(texts);
        mode.setId("mode");
        mode.getItems().setAll(AnswerMode.values());
        mode.setAccessibleText(texts.text("mode.name"));
        mode.setMinWidth(USE_PREF_SIZE);
        mode.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(AnswerMode each) {
                        return each == null ? "" : said.mode(each);
                    }

                    @Override
                    public AnswerMode fromString(String text) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        open.flatMap(ConversationViewModel::modeProperty).subscribe(mode::setValue);
        mode.setOnAction(_ -> open.getValue().modeProperty().set(mode.getValue()));
        return mode;
    }

    private MenuButton menu(String name, String none, Supplier<Stream<MenuItem>> items) {
        var menu = new MenuButton(texts.text(name));
        menu.getStyleClass().addAll("flat", "scope-choice");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().setAll(new MenuItem(texts.text(none)));
        menu.setOnShowing(_ -> {
            var now = new ArrayList<>(items.get().toList());
            if (now.isEmpty()) {
                var nothing = new MenuItem(texts.text(none));
                nothing.setDisable(true);
                now.add(nothing);
            }
            menu.getItems().setAll(now);
            choices.load();
        });
        return menu;
    }

    private Scope scope() {
        return open.getValue().scopeProperty().get();
    }

    private void change(UnaryOperator<Scope> how) {
        open.getValue().scopeProperty().set(how.apply(scope()));
    }

    private void show() {
        var scope = scope();
        String now = choices.words(scope);
        words.setText(texts.text("scope.only", now));
        Nodes.setShown(chosen, !now.isEmpty());
        var filter = scope.filter();
        collections.pseudoClassStateChanged(SET, !scope.collections().isEmpty());
        tags.pseudoClassStateChanged(SET, !filter.tags().isEmpty());
        kinds.pseudoClassStateChanged(SET, !filter.kinds().isEmpty());
        dates.pseudoClassStateChanged(SET, filter.after() != null || filter.before() != null);
    }

    private MenuItem item(String text, boolean selected, UnaryOperator<Scope> how) {
        var item = new CheckMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(selected);
        item.setOnAction(_ -> change(how));
        return item;
    }

    private Stream<MenuItem> collections() {
        return choices.knownProperty().get().collections().stream()
                .map(each ->
                        item(
                                each.name(),
                                scope().collections().contains(each.id()),
                                now -> ScopeViewModel.withCollection(now, each)));
    }

    private void askTag() {
        choices.load();
        var names = choices.knownProperty().get().tags().stream().map(Tag::name).toList();
        NamePopup.show(
                tags,
                texts.text("scope.askTag"),
                "",
                names,
                typed -> {
                    String tag = typed.strip().startsWith("#") ? typed.strip().substring(1) : typed;
                    change(now -> ScopeViewModel.withTag(now, tag.strip()));
                });
    }

    private Stream<MenuItem> kinds() {
        var there = choices.sources().stream().map(each -> each.kind()).distinct().toList();
        return Stream.of(SourceKind.values())
                .filter(each -> there.contains(each) || scope().filter().kinds().contains(each))
                .map(each ->
                        item(
                                texts.text("kind." + each.id()),
                                scope().filter().kinds().contains(each),
                                now -> ScopeViewModel.withKind(now, each)));
    }

    private Stream<MenuItem> dates() {
        int year = Year.now().getValue();
        var since =
                IntStream.range(0, YEARS)
                        .mapToObj(back ->
                                period(
                                        texts.text("scope.since", String.valueOf(year - back)),
                                        ScopeViewModel.sinceYear(year - back)));
        var other = new MenuItem(texts.text("scope.years"));
        other.setOnAction(_ -> askYears(texts.text("scope.askYears"), ""));
        var first =
                List.of(
                        period(texts.text("scope.always"), Period.ALWAYS),
                        period(texts.text("scope.week"), ScopeViewModel.lastDays(7)),
                        period(texts.text("scope.month"), ScopeViewModel.lastDays(30)));
        return Stream.of(first.stream(), since, Stream.of(new SeparatorMenuItem(), other))
                .flatMap(each -> each);
    }

    private MenuItem period(String text, Period period) {
        var filter = scope().filter();
        return item(
                text,
                new Period(filter.after(), filter.before()).equals(period),
                now -> ScopeViewModel.withPeriod(now, period));
    }

    private void askYears(String title, String text) {
        NamePopup.show(
                dates,
                title,
                text,
                List.of(),
                typed -> {
                    var period = ScopeViewModel.period(typed);
                    if (period == null) {
                        askYears(texts.text("scope.noYears"), typed);
                    } else {
                        change(now -> ScopeViewModel.withPeriod(now, period));
                    }
                });
    }
}
