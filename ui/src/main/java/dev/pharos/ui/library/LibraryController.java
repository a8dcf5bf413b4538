package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
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
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.IntFunction;

/// Binds `library.fxml` to its view-model: the whole library, or a part of it.
public final class LibraryController {

    /// What a list is about, in words.
    ///
    /// @param title with the number of its sources
    /// @param facts of a source, beside its title
    /// @param empty what to do while there is none
    public record About(
            IntFunction<String> title, SourceFacts facts, Ikon icon, String empty, String hint) {}

    private final SourcesViewModel viewModel;
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

    /// @param open what stands open now, or null
    public LibraryController(
            SourcesViewModel viewModel,
            Opening opening,
            ObservableValue<@Nullable Target> open,
            About words,
            Texts texts) {
        this.viewModel = viewModel;
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
        show();
        list.setCellFactory(_ -> new SourceCell(words.facts()));
        words.facts().onChange(list::refresh);
        list.setContextMenu(menu());
        Lists.openBy(list, (source, where) -> opening.open(Target.of(source), where));
        open.subscribe((_, now) -> choose(now));
        emptyIcon.setIconCode(words.icon());
        emptyTitle.setText(words.empty());
        emptyText.setText(words.hint());
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.title().apply(viewModel.shown().size()),
                                viewModel.shown()));
    }

    private void show() {
        Lists.show(list, viewModel.shown(), Source::id);
        boolean none = viewModel.all().isEmpty();
        Nodes.setShown(empty, none);
        nothing.setVisible(!none && viewModel.shown().isEmpty());
        choose(open.getValue());
    }

    /// Shows in the list which source stands open.
    private void choose(@Nullable Target target) {
        if (target == null || list.isFocused()) {
            return;
        }
        var items = list.getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(target.source())) {
                list.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("open.here", Where.HERE),
                item("open.newTab", Where.NEW_TAB),
                item("open.beside", Where.BESIDE));
    }

    private MenuItem item(String key, Where where) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                opening.open(Target.of(chosen), where);
            }
        });
        return item;
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
