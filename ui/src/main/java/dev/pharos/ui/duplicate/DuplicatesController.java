package dev.pharos.ui.duplicate;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.duplicate.DuplicatesViewModel.Question;
import dev.pharos.ui.duplicate.DuplicatesViewModel.State;
import dev.pharos.ui.work.Job;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Binds `duplicates.fxml` to its view-model.
public final class DuplicatesController {
    private final DuplicatesViewModel viewModel;
    private final Opening opening;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private VBox root;
    @FXML private Label count;
    @FXML private Button again;
    @FXML private VBox looking;
    @FXML private ProgressBar progress;
    @FXML private Button stop;
    @FXML private ListView<Row> list;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Label emptyText;
    @FXML private HBox actions;
    @FXML private Button beside;
    @FXML private Button keep;
    @FXML private VBox question;
    @FXML private Label questionText;
    @FXML private Button keepAll;
    @FXML private Button throwAway;

    public DuplicatesController(
            DuplicatesViewModel viewModel, Opening opening, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        viewModel.show();
                    }
                });
        list.setCellFactory(_ -> new RowCell(texts));
        Lists.openBy(list, this::open);
        list.getSelectionModel().selectedItemProperty().subscribe(this::showActions);
        again.setOnAction(_ -> viewModel.look());
        stop.setOnAction(_ -> viewModel.stop());
        beside.setOnAction(_ -> openBeside());
        keep.setOnAction(_ -> {
            if (chosen() instanceof Row.Member member) {
                viewModel.ask(member);
            }
        });
        keepAll.setOnAction(_ -> leaveQuestion());
        throwAway.setOnAction(_ -> {
            viewModel.throwAway();
            list.requestFocus();
        });
        viewModel.stateProperty().subscribe(this::show);
        viewModel.rowsProperty().subscribe(this::show);
        viewModel.questionProperty().subscribe(this::ask);
    }

    private void show() {
        var state = viewModel.stateProperty().get();
        var rows = viewModel.rowsProperty().get();
        Lists.show(list, rows, Row::identity);
        Nodes.setShown(looking, state instanceof State.Looking);
        if (state instanceof State.Looking(var job)) {
            progress.progressProperty().bind(job.stepProperty().map(Job.Step::fraction));
        } else {
            progress.progressProperty().unbind();
        }
        again.setVisible(!(state instanceof State.Looking));
        count.setText(rows.isEmpty() ? "" : texts.text("duplicates.count", viewModel.groups()));
        list.setVisible(!rows.isEmpty());
        showEmpty(state, rows.isEmpty());
        showActions();
    }

    private void showEmpty(State state, boolean nothing) {
        empty.setVisible(
                nothing && !(state instanceof State.Looking || state instanceof State.Unasked));
        boolean done = state instanceof State.Found;
        emptyTitle.setText(texts.text(done ? "duplicates.none" : "duplicates.stopped"));
        emptyText.setText(
                state instanceof State.Failed(var why)
                        ? problems.of(why)
                        : texts.text(done ? "duplicates.noneHint" : "duplicates.stoppedHint"));
    }

    private @Nullable Row chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void showActions() {
        boolean asks = viewModel.questionProperty().get() != null;
        Nodes.setShown(actions, !asks && chosen() instanceof Row.Member);
    }

    /// The answer that harms nothing has the keyboard.
    private void ask(@Nullable Question asked) {
        Nodes.setShown(question, asked != null);
        showActions();
        if (asked != null) {
            questionText.setText(words(asked));
            keepAll.requestFocus();
        }
    }

    private String words(Question asked) {
        var marked = asked.marked();
        return Stream.of(
                        texts.text("duplicates.ask", asked.others().size(), asked.kept().title()),
                        asked.unlike() == 0 ? "" : texts.text("duplicates.unlike", asked.unlike()),
                        marked.highlights() == 0
                                ? ""
                                : texts.text("duplicates.highlights", marked.highlights()),
                        marked.links() == 0 ? "" : texts.text("duplicates.links", marked.links()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void leaveQuestion() {
        viewModel.keepAll();
        list.requestFocus();
    }

    private void open(Row row, Where where) {
        if (row instanceof Row.Member(_, var source, _, _)) {
            opening.open(Target.of(source), where);
        }
    }

    /// Both stay open when this page is closed or left.
    private void openBeside() {
        if (chosen() instanceof Row.Member member) {
            var other = viewModel.beside(member);
            if (other != null) {
                Source left = member.first() ? member.source() : other;
                Source right = member.first() ? other : member.source();
                opening.open(Target.of(left), Where.NEW_TAB);
                opening.open(Target.of(right), Where.BESIDE);
            }
        }
    }

    /// Takes the Escape key while it looks or asks.
    public boolean first(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return false;
        }
        if (viewModel.questionProperty().get() != null) {
            leaveQuestion();
            return true;
        }
        boolean looks = viewModel.stateProperty().get() instanceof State.Looking;
        viewModel.stop();
        return looks;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (viewModel.stateProperty().get() instanceof State.Looking) {
            return stop;
        }
        return list.getItems().isEmpty() ? again : list;
    }
}
