package dev.pharos.ui.related;

import dev.pharos.engine.graph.Related;
import dev.pharos.engine.graph.Related.Reason;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.stream.Collectors;

/// Shows what has to do with what is open, each with the reasons in words; a click opens it. For
/// the JavaFX thread.
public final class RelatedBox extends VBox {
    private static final int REASONS = 4;

    private final Opening opening;
    private final Texts texts;
    private final ProblemText problems;

    public RelatedBox(RelatedViewModel viewModel, Opening opening, Texts texts) {
        this.opening = opening;
        this.texts = texts;
        problems = new ProblemText(texts);
        getStyleClass().add("related");
        viewModel.stateProperty().subscribe(this::show);
    }

    private void show(RelatedViewModel.State state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case RelatedViewModel.State.Looking() ->
                                    List.of(words(texts.text("related.looking")));
                            case RelatedViewModel.State.Found(var all) ->
                                    all.stream().map(this::card).toList();
                            case RelatedViewModel.State.None(var compared) ->
                                    List.of(
                                            words(
                                                    texts.text(
                                                            compared
                                                                    ? "related.none"
                                                                    : "related.notYet")));
                            case RelatedViewModel.State.Failed(var why) ->
                                    List.of(words(problems.of(why)));
                        });
    }

    private static Node words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("row-about");
        return label;
    }

    private Node card(Related related) {
        var item = related.item();
        var icon = new FontIcon(KindIcons.of(item.kind()));
        var title = new Label(item.title());
        FlowWords.wrap(title);
        title.getStyleClass().add("row-title");
        var head = new HBox(icon, title);
        head.getStyleClass().add("related-head");
        String reasons = reasons(related);
        var why = new Label(reasons);
        FlowWords.wrap(why);
        why.getStyleClass().add("row-about");
        var content = new VBox(head, why);
        content.getStyleClass().add("card-content");
        var card = new CardButton(content);
        card.setAccessibleText(texts.text("related.name", item.title(), reasons));
        card.setOnAction(_ -> opening.open(new Target(item.source(), null, List.of())));
        return card;
    }

    private String reasons(Related related) {
        return related.reasons().stream()
                .limit(REASONS)
                .map(this::reason)
                .collect(Collectors.joining(" · "));
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case Related.Linked() -> texts.text("related.linked");
            case Related.Tagged(var tag) -> texts.text("related.tagged", tag);
            case Related.SameWords(var share) -> texts.text("related.sameWords", share);
            case Related.Similar _ -> texts.text("related.similar");
        };
    }
}
