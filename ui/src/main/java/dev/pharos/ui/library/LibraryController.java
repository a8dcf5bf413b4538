package dev.pharos.ui.library;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Binds `library.fxml` to its view-model: the whole library, or a part of it.
public final class LibraryController {

    /// What to do while a list has nothing.
    public record Empty(Ikon icon, String title, String hint) {}

    /// What a list is about, in words.
    ///
    /// @param title with the number of its sources
    /// @param facts of a source, beside its title
    /// @param empty asked anew whenever there is none
    /// @param here the collection that is shown, if sources are put into that by hand
    public record About(
            IntFunction<String> title,
            SourceFacts facts,
            Supplier<Empty> empty,
            Supplier<@Nullable SavedCollection> here) {

        /// Something else than a collection.
        public About(IntFunction<String> title, SourceFacts facts, Empty empty) {
            this(title, facts, () -> empty, () -> null);
        }
    }

    private final SourcesViewModel viewModel;
    private final SourceEditing editing;
    private final Opening opening;
    private final ObservableValue<@Nullable Target> open;
    private final About words;
    private final Texts texts;

    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private ComboBox<SourcesViewModel.Order> order;
    @FXML private ListView<Source> list;
    @FXML private Label nothing;
    @FXML private VBox empty;
    @FXML private FontIcon emptyIcon;
    @FXML private Label emptyTitle;
    @FXML private Label emptyText;
    @FXML private StackPane foot;

    /// @param open what stands open now, or null
    public LibraryController(
            SourcesViewModel viewModel,
            SourceEditing editing,
            Opening opening,
            ObservableValue<@Nullable Target> open,
            About words,
            Texts texts) {
        this.viewModel = viewModel;
        this.editing = editing;
        this.opening = opening;
        this.open = open;
        this.words = words;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        order.getItems().setAll(SourcesViewModel.Order.values());
        order.setConverter(new OrderWords());
        order.valueProperty().bindBidirectional(viewModel.orderProperty());
        viewModel.shown().subscribe(this::show);
        viewModel.problemProperty().subscribe((_, _) -> show());
        list.setCellFactory(_ -> new SourceCell(words.facts()));
        words.facts().onChange(list::refresh);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var chosen = new ChosenSources(list, editing, words.here(), texts);
        list.setContextMenu(new SourceMenu(chosen, this::open, texts).menu());
        foot.getChildren().setAll(new ActionBar(chosen, texts));
        Lists.openBy(list, this::open);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, chosen));
        list.setOnDragDetected(_ -> {
            if (!chosen.places().isEmpty()) {
                list.startDragAndDrop(TransferMode.COPY_OR_MOVE)
                        .setContent(DraggedSources.of(chosen.ids()));
            }
        });
        list.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        editing.setCurrent(chosen);
                    }
                });
        open.subscribe((_, now) -> follow(now));
        show();
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        viewModel.problemProperty().get() == null
                                                        || !viewModel.all().isEmpty()
                                                ? words.title().apply(viewModel.shown().size())
                                                : texts.text("library.list"),
                                viewModel.shown(),
                                viewModel.problemProperty()));
    }

    private void show() {
        Lists.show(list, viewModel.shown(), Source::id);
        boolean none = viewModel.all().isEmpty();
        Nodes.setShown(empty, none);
        if (none) {
            var why = viewModel.problemProperty().get();
            var about = why == null ? words.empty().get() : unread(why);
            emptyIcon.setIconCode(about.icon());
            emptyTitle.setText(about.title());
            emptyText.setText(about.hint());
        }
        nothing.setVisible(!none && viewModel.shown().isEmpty());
        if (!list.isFocused() && !several()) {
            int place = place(open.getValue());
            if (place >= 0) {
                list.getSelectionModel().clearAndSelect(place);
            } else {
                list.getSelectionModel().clearSelection();
            }
        }
    }

    private Empty unread(Problem why) {
        return new Empty(
                Material2AL.ERROR_OUTLINE,
                texts.text("library.unread"),
                texts.text("library.unreadHint", new ProblemText(texts).of(why)));
    }

    private boolean several() {
        return list.getSelectionModel().getSelectedIndices().size() > 1;
    }

    /// Chooses what was opened, wherever that was done. Those who have chosen several go on with
    /// them.
    private void follow(@Nullable Target target) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (several() || target != null && chosen != null && chosen.id().equals(target.source())) {
            return;
        }
        int place = place(target);
        if (place >= 0) {
            Lists.choose(list, place);
        } else if (!list.isFocused()) {
            list.getSelectionModel().clearSelection();
        }
    }

    private int place(@Nullable Target target) {
        var items = list.getItems();
        return target == null
                ? -1
                : IntStream.range(0, items.size())
                        .filter(i -> items.get(i).id().equals(target.source()))
                        .findFirst()
                        .orElse(-1);
    }

    /// Whoever chooses several with Shift opens none of them.
    private void open(Source source, Where where) {
        if (where != Where.HERE || !several()) {
            opening.open(Target.of(source), where);
        }
    }

    private static void pressed(KeyEvent event, ChosenSources chosen) {
        if (event.getCode() == KeyCode.DELETE) {
            chosen.throwAway();
            event.consume();
        }
    }

    /// Takes the Escape key: of several that are chosen one stays so, what narrows the list goes.
    public boolean first(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return false;
        }
        if (list.isFocused() && several()) {
            list.getSelectionModel().clearAndSelect(list.getSelectionModel().getSelectedIndex());
            return true;
        }
        if (filter.isFocused() && !filter.getText().isEmpty()) {
            filter.clear();
            return true;
        }
        return false;
    }

    /// Where the keyboard goes when this pane is entered.
    public ListView<Source> list() {
        return list;
    }

    private final class OrderWords extends StringConverter<SourcesViewModel.Order> {
        @Override
        public String toString(SourcesViewModel.Order each) {
            return switch (each) {
                case NEWEST -> texts.text("library.order.newest");
                case TITLE -> texts.text("library.order.title");
                case AUTHOR -> texts.text("library.order.author");
                case DATE -> texts.text("library.order.date");
                case KIND -> texts.text("library.order.kind");
            };
        }

        @Override
        public SourcesViewModel.Order fromString(String words) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
