package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Binds `around.fxml` to its view-models.
public final class AroundController {
    private static final double INDENT = 12;
    private static final int HEADINGS = 300;

    private final AroundViewModel viewModel;
    private final ReadingViewModel reading;
    private final NoteViewModel writing;
    private final Opening opening;
    private final Node related;
    private final Texts texts;

    @FXML private Label outlineTitle;
    @FXML private VBox outline;
    @FXML private Label noBacklinks;
    @FXML private VBox backlinks;
    @FXML private Label mentionsTitle;
    @FXML private VBox mentions;
    @FXML private StackPane relatedSlot;

    /// @param related shows what has to do with the note
    public AroundController(
            AroundViewModel viewModel,
            ReadingViewModel reading,
            NoteViewModel writing,
            Opening opening,
            Node related,
            Texts texts) {
        this.viewModel = viewModel;
        this.reading = reading;
        this.writing = writing;
        this.opening = opening;
        this.related = related;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        relatedSlot.getChildren().setAll(related);
        reading.readingProperty().subscribe(this::outline);
        viewModel.aroundProperty().subscribe(this::show);
    }

    private void outline(Reading now) {
        var headings = now.outline();
        Nodes.setShown(outlineTitle, !headings.isEmpty());
        outline.getChildren().setAll(headings.stream().limit(HEADINGS).map(this::heading).toList());
    }

    private Node heading(NoteBlock.Heading heading) {
        var link = new Hyperlink(heading.text());
        link.setMnemonicParsing(false);
        link.getStyleClass().add("note-outline");
        link.setPadding(new Insets(2, 0, 2, INDENT * (heading.level() - 1)));
        link.setOnAction(_ -> {
            link.setVisited(false);
            writing.showOffset(heading.where().start());
        });
        return link;
    }

    private void show(AroundViewModel.Around now) {
        Nodes.setShown(noBacklinks, now.backlinks().isEmpty());
        backlinks
                .getChildren()
                .setAll(
                        now.backlinks().stream()
                                .map(each -> card(each.from(), each.sentence(), each.link().from()))
                                .toList());
        Nodes.setShown(mentionsTitle, !now.mentions().isEmpty());
        mentions.getChildren()
                .setAll(
                        now.mentions().stream()
                                .map(each -> card(each.from(), each.sentence(), each.start()))
                                .toList());
    }

    private Node card(Source from, String sentence, int offset) {
        var title = new Label(from.title());
        title.getStyleClass().add("row-title");
        var words = new Label(sentence);
        FlowWords.wrap(words);
        words.getStyleClass().add("quote");
        var content = new VBox(title, words);
        content.getStyleClass().add("card-content");
        var card = new CardButton(content);
        card.setAccessibleText(texts.text("note.backlinkName", from.title(), sentence));
        card.setOnAction(_ -> {
            writing.parts().arrivals().at(from.id(), new NoteViewModel.Place.Offset(offset));
            opening.open(Target.of(from));
        });
        return card;
    }
}
