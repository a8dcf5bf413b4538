package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Source;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.ReaderViewModel.State;
import dev.pharos.ui.work.Background;

import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Binds `reader.fxml` to its view-model.
public final class ReaderController {
    private final ReaderViewModel viewModel;
    private final PagesPane pagesPane;
    private final Node pages;
    private final Texts texts;
    private final ProblemText problems;
    private final PlaceText places;

    @FXML private VBox page;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private HBox looks;
    @FXML private ToggleButton asPages;
    @FXML private ToggleButton asText;
    @FXML private ListView<Block> blocks;
    @FXML private StackPane sheets;
    @FXML private HBox pageTools;
    @FXML private VBox empty;
    @FXML private VBox failed;
    @FXML private Label problem;
    @FXML private Label noText;
    @FXML private ProgressIndicator loading;

    private @Nullable TextPane textPane;

    /// @param rendering works for the pages in view alone, so that nothing else waits for them
    public ReaderController(
            ReaderViewModel viewModel,
            PdfPages images,
            Background rendering,
            Consumer<String> browse,
            Texts texts,
            ProblemText problems,
            PlaceText places) {
        this.viewModel = viewModel;
        this.pagesPane = new PagesPane(images, rendering, places, texts, browse);
        this.pages = pagesPane.node();
        this.texts = texts;
        this.problems = problems;
        this.places = places;
    }

    @FXML
    private void initialize() {
        textPane = new TextPane(blocks, places, new SimpleObjectProperty<>(ReadingSettings.DEFAULT));
        sheets.getChildren().add(1, pages);
        pageTools.getChildren().setAll(new PagesBar(pagesPane, texts));
        asPages.setOnAction(_ -> look(false));
        asText.setOnAction(_ -> look(true));
        viewModel.stateProperty().subscribe(this::show);
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return pages.isVisible() ? pages : blocks;
    }

    /// Where it stands, or null where nothing is read.
    public @Nullable Spot spot() {
        if (!page.isVisible() || textPane == null) {
            return null;
        }
        return (pages.isVisible() ? pagesPane : textPane).spot();
    }

    private void look(boolean text) {
        viewModel.asTextProperty().set(text);
        show(viewModel.stateProperty().get());
    }

    private void show(State state) {
        Nodes.setShown(empty, state instanceof State.Nothing);
        Nodes.setShown(loading, state instanceof State.Loading);
        Nodes.setShown(failed, state instanceof State.Failed);
        Nodes.setShown(page, state instanceof State.Reading);
        switch (state) {
            case State.Reading(var opened, var target) -> read(opened, target);
            case State.Failed(var why) -> problem.setText(problems.of(why));
            case State.Nothing(), State.Loading(_), State.Listening(_, _), State.Writing _ -> {}
        }
    }

    private void read(ReaderViewModel.Opened opened, Target target) {
        var source = opened.source();
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(about(source, target));
        boolean paper = opened.paper() != null;
        boolean text = !paper || viewModel.asTextProperty().get();
        Nodes.setShown(looks, paper);
        Nodes.setShown(pageTools, !text);
        asPages.setSelected(!text);
        asText.setSelected(text);
        Nodes.setShown(blocks, text);
        Nodes.setShown(pages, !text);
        Nodes.setShown(noText, text && opened.document().blocks().isEmpty());
        if (text && textPane != null) {
            textPane.show(opened, target);
        } else {
            pagesPane.show(opened, target);
        }
    }

    private String about(Source source, Target target) {
        String where =
                target.place() == null
                        ? ""
                        : places.of(source.kind(), source.title(), target.place());
        return Stream.of(
                        texts.text("kind." + source.kind().id()),
                        String.join(", ", source.authors()),
                        where)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
