package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.CitedPlaces.Standing.State;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.Target;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The citations of one answer: their markers in its sentences, the cards with their words, and
/// what opens them. Tells at each of them when its words are not there any more. For the JavaFX
/// thread.
final class Citations {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    static final double TIP = 420;
    private static final int TIP_LETTERS = 600;

    private final Map<Integer, Standing> standing = new HashMap<>();
    private final List<Consumer<Standing>> listeners = new ArrayList<>();
    private final AnswerView.Leads leads;
    private final Texts texts;
    private final AnswerWords words;
    private final PlaceText places;

    Citations(List<Citation> all, AnswerView.Leads leads, Texts texts) {
        all.forEach(each -> standing.put(each.marker(), new Standing(each, State.THERE)));
        this.leads = leads;
        this.texts = texts;
        words = new AnswerWords(texts);
        places = new PlaceText(texts);
    }

    /// Shows where what was cited stands now; what is said of other words is not about these.
    void stand(List<Standing> now) {
        now.stream()
                .filter(each ->
                        of(each.citation().marker())
                                .filter(known -> same(known.citation(), each.citation()))
                                .isPresent())
                .forEach(each -> {
                    standing.put(each.citation().marker(), each);
                    listeners.forEach(listener -> listener.accept(each));
                });
    }

    /// Whatever their places.
    private static boolean same(Citation one, Citation other) {
        return one.source().equals(other.source()) && one.words().equals(other.words());
    }

    private void onStanding(int marker, Consumer<Standing> heard) {
        heard.accept(of(marker).orElseThrow());
        listeners.add(each -> {
            if (each.citation().marker() == marker) {
                heard.accept(each);
            }
        });
    }

    private Optional<Standing> of(int marker) {
        return Optional.ofNullable(standing.get(marker));
    }

    /// What stands in the text for a citation; nothing where there is none of that number.
    Optional<Hyperlink> marker(int number) {
        if (!standing.containsKey(number)) {
            return Optional.empty();
        }
        var link = new Hyperlink(String.valueOf(number));
        link.getStyleClass().add("marker");
        var tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(TIP);
        link.setTooltip(tip);
        onStanding(
                number,
                now -> {
                    var cited = now.citation();
                    String gone = words.standing(now.state());
                    link.pseudoClassStateChanged(GONE, !gone.isEmpty());
                    link.setAccessibleText(
                            joined(texts.text("answer.openCitation", number, cited.title()), gone));
                    tip.setText(joined(cited.title(), gone, "“" + shortened(cited.quote()) + "”"));
                });
        link.setOnAction(_ -> {
            link.setVisited(false);
            open(number, Where.HERE);
        });
        link.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> elsewhere(event, link, number));
        return Optional.of(link);
    }

    /// Ctrl, Alt and the middle button lead elsewhere, as in every list.
    private void elsewhere(MouseEvent event, Node node, int number) {
        var where = Where.of(event);
        if (where != Where.HERE
                && event.getButton() != MouseButton.SECONDARY
                && node.contains(event.getX(), event.getY())) {
            open(number, where);
            event.consume();
        }
    }

    private void open(int number, Where where) {
        var cited = of(number).orElseThrow();
        String gone = words.standing(cited.state());
        if (!gone.isEmpty()) {
            leads.news().accept(cited.citation().title() + ": " + gone);
        }
        switch (cited.state()) {
            case THERE -> leads.opening().open(Target.of(cited.citation()), where);
            case WORDS_GONE, IN_TRASH ->
                    leads.opening()
                            .open(new Target(cited.citation().source(), null, List.of()), where);
            case SOURCE_GONE -> {}
        }
    }

    /// The words of a citation, and where they stand.
    Button card(Citation citation) {
        int number = citation.marker();
        var place = new Label();
        var gone = new Label();
        gone.getStyleClass().add("card-gone");
        gone.setWrapText(true);
        var card = card(String.valueOf(number), citation.title(), place, gone, citation.quote());
        onStanding(
                number,
                now -> {
                    place.setText(
                            places.of(leads.sources().apply(citation.source()), now.citation()));
                    Nodes.setShown(place, !place.getText().isEmpty());
                    gone.setText(words.standing(now.state()));
                    Nodes.setShown(gone, !gone.getText().isEmpty());
                    card.setAccessibleText(
                            joined(
                                    gone.getText(),
                                    said(citation.title(), place.getText(), citation.quote())));
                });
        card.setOnAction(_ -> open(number, Where.HERE));
        card.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> elsewhere(event, card, number));
        return card;
    }

    /// A passage without a number.
    Button card(Hit hit) {
        var nothing = new Label();
        Nodes.setShown(nothing, false);
        String title = hit.source().title();
        var place = new Label(places.of(hit));
        Nodes.setShown(place, !place.getText().isEmpty());
        var card = card("", title, place, nothing, hit.passage().text());
        card.setAccessibleText(said(title, place.getText(), hit.passage().text()));
        Opening opening = leads.opening();
        card.setOnAction(_ -> opening.open(Target.of(hit)));
        return card;
    }

    private static Button card(String number, String title, Label place, Label gone, String quote) {
        var heading = new Label(title);
        heading.getStyleClass().add("row-title");
        var head = new HBox(heading);
        head.getStyleClass().add("card-head");
        if (!number.isEmpty()) {
            var badge = new Label(number);
            badge.getStyleClass().add("badge");
            badge.setMinWidth(Label.USE_PREF_SIZE);
            head.getChildren().addFirst(badge);
        }
        place.getStyleClass().add("row-about");
        var words = new Label(quote.replaceAll("\\s+", " "));
        FlowWords.wrap(words);
        words.getStyleClass().add("quote");
        var content = new VBox(head, place, gone, words);
        content.getStyleClass().add("card-content");
        return new CardButton(content);
    }

    private static String said(String title, String where, String quote) {
        return title + ", " + where + ". " + quote;
    }

    private static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ");
        return line.length() <= TIP_LETTERS ? line : line.substring(0, TIP_LETTERS) + "…";
    }

    private static String joined(String... parts) {
        return String.join("\n", List.of(parts).stream().filter(each -> !each.isEmpty()).toList());
    }
}
