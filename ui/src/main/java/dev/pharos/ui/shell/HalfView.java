package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.KeyFocus;
import dev.pharos.ui.document.ReaderViewModel;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A half of the window, or all of it: its tabs, and below them what the chosen one shows. It has
/// one set of panes, whatever the number of its tabs.
public final class HalfView extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active-half");

    /// What a half works with.
    ///
    /// @param reader opens what is read or heard in this half
    public record Parts(
            TabsViewModel tabs,
            ReaderViewModel reader,
            Contents contents,
            LocationWords words,
            StartView start,
            Tips tips) {}

    private static final double LEAST = 260;
    private static final Set<Area> KEEPS_PLACE =
            EnumSet.of(Area.READER, Area.TRANSCRIPT, Area.NOTE);

    private final ShellViewModel shell;
    private final Parts parts;
    private final TabsViewModel tabs;
    private final Texts texts;
    private final Map<Area, Pane> built = new EnumMap<>(Area.class);
    private final StackPane content = new StackPane();
    private final Button back;
    private final Button forward;
    private Area shownArea = Area.START;

    public HalfView(ShellViewModel shell, Parts parts, Texts texts) {
        this.shell = shell;
        this.parts = parts;
        this.tabs = parts.tabs();
        this.texts = texts;
        back = IconButton.of(Material2AL.ARROW_BACK, texts.text("command.back"), tabs::back);
        forward =
                IconButton.of(
                        Material2AL.ARROW_FORWARD, texts.text("command.forward"), tabs::forward);
        var strip = new TabStrip(shell, tabs, parts.words(), texts);
        HBox.setHgrow(strip, Priority.ALWAYS);
        parts.tips().on(back, "command.back");
        parts.tips().on(forward, "command.forward");
        var head = new HBox(back, forward, strip, newTab(), beside());
        head.getStyleClass().add("half-head");
        content.getStyleClass().add("main");
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("half");
        setMinSize(LEAST, 0);
        getChildren().setAll(head, content);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> shell.activate(tabs));
        shell.activeProperty().subscribe(_ -> showActive());
        shell.splitProperty().subscribe(_ -> showActive());
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(_ -> {
                    if (hasKeyboard()) {
                        shell.activate(tabs);
                    }
                });
        tabs.setLeaving(location -> loading() ? location : left(location));
        tabs.shownProperty().subscribe(this::show);
        parts.reader()
                .stateProperty()
                .subscribe((_, _) -> {
                    if (tabs.location() instanceof Location.Reading) {
                        showArea();
                    }
                });
    }

    /// What stands there is still what was shown before.
    private boolean loading() {
        return parts.reader().stateProperty().get() instanceof ReaderViewModel.State.Loading;
    }

    private Button newTab() {
        var button =
                IconButton.of(
                        Material2AL.ADD,
                        texts.text("command.newTab"),
                        () -> {
                            shell.activate(tabs);
                            shell.newTab();
                        });
        parts.tips().on(button, "command.newTab");
        return button;
    }

    private Button beside() {
        var button =
                IconButton.of(
                        Material2MZ.VERTICAL_SPLIT,
                        texts.text("command.split"),
                        shell::toggleSplit);
        parts.tips().on(button, "command.split");
        return button;
    }

    private void showActive() {
        pseudoClassStateChanged(ACTIVE, shell.splitProperty().get() && shell.active() == tabs);
    }

    private Location left(Location location) {
        return location instanceof Location.Reading(var target)
                        && KEEPS_PLACE.contains(shownArea)
                        && built.containsKey(shownArea)
                        && pane(shownArea).spot().get() != null
                ? new Location.Reading(target.leftAt(pane(shownArea).spot().get()))
                : location;
    }

    private void show(TabsViewModel.Shown shown) {
        back.setDisable(!tabs.hasBack());
        forward.setDisable(!tabs.hasForward());
        if (shown.location() instanceof Location.Reading(var target) && !shell.elsewhere(tabs)) {
            parts.reader().open(target);
        }
        showArea();
    }

    private void showArea() {
        shownArea = area();
        var shown = pane(shownArea).root();
        if (!content.getChildren().equals(List.of(shown))) {
            boolean keyboard = hasKeyboard();
            content.getChildren().setAll(shown);
            if (keyboard) {
                focus();
            }
        }
    }

    private Area area() {
        return switch (tabs.location()) {
            case Location.Empty _ -> Area.START;
            case Location.Page page -> Area.of(page);
            case Location.Reading _ -> shell.elsewhere(tabs) ? Area.ELSEWHERE : sourceArea();
        };
    }

    /// What is being loaded comes in place of what stands there when it is known what it is.
    private Area sourceArea() {
        return switch (parts.reader().stateProperty().get()) {
            case ReaderViewModel.State.Listening _ -> Area.TRANSCRIPT;
            case ReaderViewModel.State.Writing _ -> Area.NOTE;
            case ReaderViewModel.State.Loading _ ->
                    switch (shownArea) {
                        case TRANSCRIPT, NOTE, RECORDING, JOBS, BATCHES -> shownArea;
                        default -> Area.READER;
                    };
            case ReaderViewModel.State.Reading _,
                    ReaderViewModel.State.Nothing _,
                    ReaderViewModel.State.Trashed _,
                    ReaderViewModel.State.Failed _ ->
                    Area.READER;
        };
    }

    private Pane pane(Area area) {
        return built.computeIfAbsent(area, this::build);
    }

    private Pane build(Area area) {
        var contents = parts.contents();
        return switch (area) {
            case START -> parts.start().pane();
            case ELSEWHERE -> parts.start().elsewhere(this::toOther);
            case READER -> contents.reader();
            case TRANSCRIPT -> contents.transcript();
            case NOTE -> contents.note();
            case RECORDING -> contents.recording();
            case JOBS -> contents.jobs();
            case BATCHES -> contents.batches();
            case SETTINGS -> contents.settings();
            case MODELS -> contents.models();
            case HARDWARE -> contents.hardware();
            case ENDPOINTS -> contents.endpoints();
            case KEYS -> contents.keys();
            case HIGHLIGHTS -> contents.highlights();
            case ASK -> contents.conversation();
            case GRAPH -> contents.graph();
            case TIMELINE -> contents.timeline();
            case DUPLICATES -> contents.duplicates();
        };
    }

    private void toOther() {
        if (shell.elsewhere(tabs)) {
            shell.activate(tabs == shell.left() ? shell.right() : shell.left());
        } else {
            show(tabs.shownProperty().get());
        }
    }

    /// The pane that is shown.
    Pane shown() {
        return pane(shownArea);
    }

    /// The half of the window that a node stands in, if it stands in one.
    public static Optional<HalfView> around(@Nullable Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at instanceof HalfView half) {
                return Optional.of(half);
            }
        }
        return Optional.empty();
    }

    /// Whether it is the half that what is done counts for.
    public boolean active() {
        return shell.active() == tabs;
    }

    TabsViewModel tabs() {
        return tabs;
    }

    /// Whether a key is taken by what is shown before the window takes it.
    boolean takes(KeyEvent event) {
        return shown().first().test(event);
    }

    /// Whether the keyboard is in what is shown.
    boolean hasKeyboard() {
        return Round.hasKeyboard(content);
    }

    /// What a new pane holds is in the scene once its style is applied, and not before.
    void focus() {
        Platform.runLater(() -> {
            shown().root().applyCss();
            KeyFocus.to(shown().focus().get());
        });
    }
}
