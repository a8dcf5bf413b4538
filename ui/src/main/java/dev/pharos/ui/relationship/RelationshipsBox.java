package dev.pharos.ui.relationship;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.relationship.RelationshipsViewModel.Shown;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Shows how what is open has to do with other sources: what was accepted, then what is suggested,
/// with the words that show it; these open where they stand. For the JavaFX thread.
public final class RelationshipsBox extends VBox {
    private static final int LONGEST = 220;

    private final RelationshipsViewModel viewModel;
    private final Opening opening;
    private final @Nullable Consumer<Source> link;
    private final Texts texts;
    private final RelationshipText words;

    /// @param link writes a link to a source into what is open; null where nothing is written there
    public RelationshipsBox(
            RelationshipsViewModel viewModel,
            Opening opening,
            @Nullable Consumer<Source> link,
            Texts texts) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.link = link;
        this.texts = texts;
        words = new RelationshipText(texts);
        getStyleClass().add("relations");
        viewModel.stateProperty().subscribe(this::show);
    }

    private void show(Shown now) {
        var all = new ArrayList<Node>();
        now.known().stream().filter(Known::accepted).map(this::card).forEach(all::add);
        var suggested = now.known().stream().filter(each -> !each.accepted()).toList();
        if (!suggested.isEmpty()) {
            var title = new Label(texts.text("relation.suggestions", suggested.size()));
            title.getStyleClass().add("section-title");
            all.add(title);
            suggested.stream().map(this::card).forEach(all::add);
        }
        int had = keyboardAt();
        if (had >= 0) {
            requestFocus(); // so that the keyboard leaves neither this nor what closes without it
        }
        getChildren().setAll(all);
        Nodes.setShown(this, !all.isEmpty());
        if (had >= 0) {
            lookupAll(".relation-title").stream()
                    .skip(Math.min(had, Math.max(0, now.known().size() - 1)))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    /// Which of the cards has the keyboard; -1 where none has.
    private int keyboardAt() {
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        var cards = getChildren().stream().filter(VBox.class::isInstance).toList();
        for (int i = 0; i < cards.size(); i++) {
            if (Nodes.within(cards.get(i), focused)) {
                return i;
            }
        }
        return Nodes.within(this, focused) ? 0 : -1;
    }

    private Node card(Known known) {
        var other = known.other();
        var title = new Hyperlink(other.title(), new FontIcon(KindIcons.of(other.kind())));
        title.setMnemonicParsing(false);
        title.setWrapText(true);
        title.getStyleClass().addAll("row-title", "relation-title");
        title.setOnAction(_ -> {
            title.setVisited(false);
            opening.open(Target.of(other));
        });
        var about =
                new Label(
                        texts.text(
                                "relation.about", words.type(known), words.strength(known.all())));
        String type = known.all().type().name().toLowerCase(Locale.ROOT);
        about.getStyleClass().addAll("relation-type", type);
        var why = new Label(words.reason(known.reason()));
        why.getStyleClass().add("row-about");
        for (var each : List.of(about, why)) {
            FlowWords.wrap(each);
        }
        var card = new VBox(title, about, why);
        RelationshipText.quotes(known).stream()
                .map(each -> quote(each, each.here() ? known.open() : known.other(), known))
                .forEach(card.getChildren()::add);
        card.getChildren().add(deeds(known));
        card.getStyleClass().addAll("relation-card", type);
        return card;
    }

    private Node quote(RelationshipText.Shown shown, Source in, Known known) {
        String said = shown.quote().words().replaceAll("\\s+", " ").strip();
        var label = new Label(said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said);
        FlowWords.wrap(label);
        label.getStyleClass().add("quote");
        var from = new Label(texts.text(shown.here() ? "relation.here" : "relation.there"));
        from.getStyleClass().add("relation-side");
        boolean two = RelationshipText.quotes(known).size() > 1;
        var content = two || !shown.here() ? new VBox(from, label) : new VBox(label);
        content.getStyleClass().add("card-content");
        var button = new CardButton(content);
        button.getStyleClass().add("relation-quote");
        button.setAccessibleText(texts.text("relation.quote", from.getText(), said));
        Place place = shown.quote().place();
        button.setOnAction(_ ->
                opening.open(
                        new Target(
                                in.id(),
                                place,
                                List.of(new Hit.Range(place.startOffset(), place.endOffset())))));
        return button;
    }

    private Node deeds(Known known) {
        var deeds = new FlowPane();
        deeds.getStyleClass().add("relation-deeds");
        var all = deeds.getChildren();
        if (known.accepted()) {
            if (link != null) {
                all.add(button("relation.link", known, each -> link.accept(each.other())));
            }
            all.add(button("relation.reopen", known, viewModel::reopen));
        } else {
            all.add(button("relation.accept", known, viewModel::accept));
            all.add(button("relation.dismiss", known, viewModel::dismiss));
        }
        return deeds;
    }

    private Button button(String key, Known known, Consumer<Known> deed) {
        var button = new Button(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(
                texts.text("relation.deed", texts.text(key), known.other().title()));
        button.setOnAction(event -> {
            event.consume(); // it leads nowhere, so that a panel over the text stays
            deed.accept(known);
        });
        return button;
    }
}
