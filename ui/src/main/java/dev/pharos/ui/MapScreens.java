package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.work.Subscription;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.graph.GraphController;
import dev.pharos.ui.graph.GraphViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.timeline.TimelineController;
import dev.pharos.ui.timeline.TimelineViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Pause;

import javafx.scene.Parent;
import javafx.util.Duration;

import org.kordamp.ikonli.material2.Material2AL;

import java.time.ZoneId;
import java.util.List;

/// Builds what shows the whole library at once: its graph and its timeline. The window has one of
/// each, however many panes show it. For the JavaFX thread.
final class MapScreens {
    private static final Duration NEWS = Duration.millis(1_500);

    private final Library library;
    private final LibraryViewModel sources;
    private final ShellViewModel shell;
    private final Background background;
    private final Texts texts;
    private final ProblemText problems;
    private final GraphViewModel graph;
    private final TimelineViewModel timeline;

    MapScreens(
            Library library,
            LibraryViewModel sources,
            ShellViewModel shell,
            Background background,
            Texts texts) {
        this.library = library;
        this.sources = sources;
        this.shell = shell;
        this.background = background;
        this.texts = texts;
        problems = new ProblemText(texts);
        var relations = library.relations();
        graph =
                new GraphViewModel(
                        relations::graph, relations.places(), background, Pause.atMost(NEWS));
        timeline =
                new TimelineViewModel(
                        _ -> library.timeline().events(),
                        background,
                        Pause.atMost(NEWS),
                        ZoneId.systemDefault(),
                        texts.locale());
    }

    /// Begins to follow the library, and adds to what can be done that the surroundings of what is
    /// open are shown.
    ///
    /// @return ends the following of what sources speak of
    Subscription begin(Commands all) {
        sources.all().subscribe(graph::changed);
        sources.all().subscribe(timeline::changed);
        all.add(
                Group.GO,
                "command.graphAround",
                () -> shell.open().getValue() != null,
                this::showAround,
                "Shortcut+Shift+G");
        return library.embedding().onChange(() -> background.show(this::vectorsChanged));
    }

    /// What sources speak of is known when the last vector is there.
    private void vectorsChanged() {
        if (library.meaning().state().complete()) {
            graph.changed();
        }
    }

    private void showAround() {
        var open = shell.open().getValue();
        if (open != null) {
            graph.around(open.source());
            shell.show(Page.GRAPH);
        }
    }

    /// Puts the ways to both pages beside the line that narrows a list.
    void leadFrom(Parent list) {
        var head = (javafx.scene.layout.Pane) list.lookup(".pane-filter");
        var toGraph =
                IconButton.of(
                        Material2AL.DEVICE_HUB,
                        texts.text("command.graph"),
                        () -> shell.show(Page.GRAPH));
        var toTimeline =
                IconButton.of(
                        Material2AL.EVENT_NOTE,
                        texts.text("command.timeline"),
                        () -> shell.show(Page.TIMELINE));
        head.getChildren().addAll(toGraph, toTimeline);
    }

    Pane graph() {
        var controller = new GraphController(graph, shell, texts, problems);
        return new Pane(
                new Fxml(texts).load(GraphController.class, "graph", controller),
                controller::content,
                controller::pressed,
                null);
    }

    Pane timeline() {
        var controller = new TimelineController(timeline, this::open, texts, problems);
        return new Pane(
                new Fxml(texts).load(TimelineController.class, "timeline", controller),
                controller::content);
    }

    private void open(Event event, Where where) {
        var start = new Target(event.source(), null, List.of());
        var highlight = event.highlight();
        if (highlight == null) {
            shell.open(start, where);
            return;
        }
        background
                .<Target>job(
                        _ ->
                                library.highlights()
                                        .find(highlight)
                                        .map(it ->
                                                new Target(
                                                        it.source(),
                                                        it.place(),
                                                        List.of(
                                                                new Hit.Range(
                                                                        it.place().startOffset(),
                                                                        it.place().endOffset()))))
                                        .orElse(start),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var target)) {
                                shell.open(target, where);
                            }
                        })
                .start();
    }
}
