package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// Binds `library.fxml` to its view-model.
public final class LibraryController {
    private final LibraryViewModel viewModel;
    private final ReaderViewModel reader;
    private final Texts texts;

    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private ComboBox<LibraryViewModel.Order> order;
    @FXML private ListView<Source> list;
    @FXML private Label nothing;

    public LibraryController(LibraryViewModel viewModel, ReaderViewModel reader, Texts texts) {
        this.viewModel = viewModel;
        this.reader = reader;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        order.getItems().setAll(LibraryViewModel.Order.values());
        order.setConverter(new OrderWords());
        order.valueProperty().bindBidirectional(viewModel.orderProperty());
        Runnable show = () -> Lists.show(list, viewModel.shown(), Source::id);
        viewModel.shown().subscribe(show);
        show.run();
        list.setCellFactory(_ -> new SourceCell(texts));
        Lists.openBy(list, source -> reader.open(Target.of(source)));
        nothing.visibleProperty()
                .bind(
                        Bindings.isEmpty(viewModel.shown())
                                .and(Bindings.isNotEmpty(viewModel.all())));
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.text("library.count", viewModel.shown().size()),
                                viewModel.shown()));
    }

    /// Where the keyboard goes when this pane is entered.
    public ListView<Source> list() {
        return list;
    }

    private final class OrderWords extends StringConverter<LibraryViewModel.Order> {
        @Override
        public String toString(LibraryViewModel.Order each) {
            return switch (each) {
                case NEWEST -> texts.text("library.order.newest");
                case TITLE -> texts.text("library.order.title");
                case DATE -> texts.text("library.order.date");
                case KIND -> texts.text("library.order.kind");
            };
        }

        @Override
        public LibraryViewModel.Order fromString(String words) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
