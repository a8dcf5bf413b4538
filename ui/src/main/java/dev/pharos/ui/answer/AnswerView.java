package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// An answer: its sentences, in a flow, a list or a table, and below them what they cite. For the
/// JavaFX thread.
public final class AnswerView extends VBox {

    /// Where it leads to.
    ///
    /// @param sources the library's; null for one that it does not have
    /// @param news says what keeps a citation from being opened as it was
    public record Leads(
            Opening opening, Function<SourceId, @Nullable Source> sources, Consumer<String> news) {}

    private static final int NEAREST = 5;
    private static final double SPACE = 10;

    private final Citations citations;
    private final Texts texts;
    private final AnswerWords words;

    /// @param open whether the words that prove it are there from the beginning
    public AnswerView(Answer answer, boolean open, Leads leads, Texts texts) {
        this.texts = texts;
        words = new AnswerWords(texts);
        citations = new Citations(answer.citations(), leads, texts);
        getStyleClass().add("answer");
        if (answer.sentences().isEmpty()) {
            getChildren().add(notice(answer.stopped() ? words.stopped() : refusal(answer)));
        } else {
            getChildren().add(body(answer));
            addNotices(answer);
        }
        if (!answer.citations().isEmpty()) {
            addCards(
                    texts.text("answer.sourcesCount", answer.citations().size()),
                    () -> answer.citations().stream().<Node>map(citations::card).toList(),
                    open);
        } else if (!answer.supported() && !answer.nearest().isEmpty()) {
            addCards(
                    texts.text("answer.nearest"),
                    () ->
                            answer.nearest().stream()
                                    .limit(NEAREST)
                                    .<Node>map(citations::card)
                                    .toList(),
                    open);
        }
    }

    private String refusal(Answer answer) {
        return answer.nearest().isEmpty()
                ? words.unsupported()
                : texts.text("answer.unsupportedNearest", words.unsupported());
    }

    /// Shows where what was cited stands now.
    public void stand(List<Standing> now) {
        citations.stand(now);
    }

    private Node body(Answer answer) {
        var table = answer.table();
        if (table != null) {
            var grid = new AnswerTable(answer, table, this::flow, texts);
            var beside = answer.sentences().stream().filter(each -> each.cell() == null).toList();
            return beside.isEmpty() ? grid : new VBox(SPACE, grid, flow(beside));
        }
        return answer.mode().listed() ? list(answer.sentences()) : flow(answer.sentences());
    }

    private Node list(List<AnswerSentence> sentences) {
        var list = new VBox();
        list.getStyleClass().add("answer-list");
        for (var each : sentences) {
            var sign = new Label("•");
            sign.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            var flow = flow(List.of(each));
            HBox.setHgrow(flow, Priority.ALWAYS);
            var row = new HBox(sign, flow);
            row.getStyleClass().add("answer-item");
            list.getChildren().add(row);
        }
        return list;
    }

    private TextFlow flow(List<AnswerSentence> sentences) {
        var flow = new TextFlow();
        flow.getStyleClass().add("answer-words");
        for (var each : sentences) {
            if (!flow.getChildren().isEmpty()) {
                flow.getChildren().add(new Text(" "));
            }
            var nodes = FlowWords.of(each.text());
            if (!each.proved()) {
                nodes.forEach(node -> node.getStyleClass().add("doubted"));
            }
            flow.getChildren().addAll(nodes);
            each.markers()
                    .forEach(number -> citations.marker(number).ifPresent(flow.getChildren()::add));
            var doubt = each.doubt();
            if (doubt != null) {
                flow.getChildren().add(doubt(words.doubt(doubt)));
            }
        }
        return flow;
    }

    /// The sign behind a sentence that is not proved; it says why.
    private Hyperlink doubt(String why) {
        var sign = new Hyperlink("?");
        sign.getStyleClass().addAll("marker", "doubt");
        sign.setAccessibleText(texts.text("answer.doubt", why));
        var tip = new Tooltip(texts.text("answer.doubt", why));
        tip.setWrapText(true);
        tip.setMaxWidth(Citations.TIP);
        tip.setAutoHide(true);
        sign.setTooltip(tip);
        sign.setOnAction(_ -> {
            sign.setVisited(false);
            Bounds at = sign.localToScreen(sign.getBoundsInLocal());
            tip.show(sign, at.getMinX(), at.getMaxY());
        });
        sign.focusedProperty().subscribe((_, _) -> tip.hide());
        return sign;
    }

    private void addNotices(Answer answer) {
        if (answer.stopped()) {
            getChildren().add(notice(words.stopped()));
        }
        long doubted = answer.sentences().stream().filter(each -> !each.proved()).count();
        if (doubted > 0) {
            var note = new Label(texts.text("answer.doubted", doubted));
            note.setGraphic(new FontIcon(Material2AL.ERROR_OUTLINE));
            note.getStyleClass().add("doubt-note");
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(note);
        }
    }

    private static Label notice(String text) {
        var notice = new Label(text);
        notice.setId("notice");
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        return notice;
    }

    /// @param all built when they are first seen
    private void addCards(String title, Supplier<List<Node>> all, boolean open) {
        var icon = new FontIcon();
        var turn = new ToggleButton(title, icon);
        turn.getStyleClass().addAll("flat", "cards-title");
        var cards = new VBox();
        cards.getStyleClass().add("cards");
        turn.selectedProperty()
                .subscribe(shown -> {
                    if (shown && cards.getChildren().isEmpty()) {
                        cards.getChildren().setAll(all.get());
                    }
                    icon.setIconCode(shown ? Material2AL.EXPAND_MORE : Material2AL.CHEVRON_RIGHT);
                    Nodes.setShown(cards, shown);
                });
        turn.setSelected(open);
        getChildren().addAll(turn, cards);
    }

    /// Who wrote it, where, and how long that took.
    public Label origin(Answer.Origin writer) {
        var origin = new Label(words.origin(writer));
        origin.setGraphic(
                new FontIcon(writer.local() ? Material2AL.COMPUTER : Material2AL.CLOUD_QUEUE));
        origin.getStyleClass().add("origin");
        origin.setWrapText(true);
        origin.setMinHeight(Region.USE_PREF_SIZE);
        return origin;
    }
}
