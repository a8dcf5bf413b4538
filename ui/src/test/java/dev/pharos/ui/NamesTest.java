package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.beside.Surroundings;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.work.Background;

import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What can be used has a name for those who cannot see it.
final class NamesTest extends InWindow {
    private List<Supplier<Pane>> panes() {
        var screens =
                new Screens(
                        new Desktop(
                                window.library,
                                new SettingsFile(temp.resolve("other.json")),
                                window.pages,
                                new Desktop.Sound(window.player, window.speech),
                                new MemoryPorts(temp.resolve("models")).ports(),
                                new FewSamples(temp.resolve("samples")),
                                Surroundings.NONE),
                        new Background(Runnable::run, Platform::runLater),
                        new Background(Runnable::run, Platform::runLater),
                        new Texts(Locale.ENGLISH),
                        _ -> {});
        var sides = new SideScreens(screens.features(), new Group());
        var half = new HalfScreens(screens.features(), screens.features().readers.viewModel());
        return List.of(
                sides::library,
                sides::recordings,
                sides::notes,
                sides::tags,
                sides::results,
                sides::conversations,
                sides::imports,
                half::reader,
                half::transcript,
                half::note,
                half::recording,
                half::jobs,
                half::batches,
                sides::banner,
                half::settings,
                half::models,
                half::hardware,
                half::endpoints,
                half::keys,
                sides::welcome,
                half::conversation,
                half::highlights,
                half::graph,
                half::timeline,
                sides::firstSteps,
                sides::status);
    }

    @Test
    void everyControlOfEveryPaneHasAName() {
        var nameless =
                TestWindow.onFx(() ->
                        Stream.concat(
                                        Stream.of(window.opened().root()),
                                        panes().stream().map(NamesTest::shown))
                                .flatMap(root -> nameless(root).stream())
                                .toList());
        assertEquals(List.of(), nameless);
    }

    /// With skins, so that what scrolls and splits has its content.
    private static Parent shown(Supplier<Pane> pane) {
        var root = pane.get().root();
        var scene = new Scene(new StackPane(root));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return root;
    }

    private static List<String> nameless(Parent root) {
        Set<Node> labelled = new HashSet<>();
        root.lookupAll(".label")
                .forEach(each -> {
                    if (each instanceof Label label && label.getLabelFor() != null) {
                        labelled.add(label.getLabelFor());
                    }
                });
        return root.lookupAll("*").stream()
                .filter(NamesTest::used)
                .filter(NamesTest::own)
                .filter(each -> !labelled.contains(each) && blank(each.getAccessibleText()))
                .filter(NamesTest::silent)
                .map(Node::toString)
                .toList();
    }

    /// A link that is not shown gets its words together with its reason.
    private static boolean silent(Node node) {
        return !(node instanceof Labeled said) || node.isVisible() && blank(said.getText());
    }

    private static boolean used(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ListView<?>
                || node instanceof ProgressIndicator
                || node.getAccessibleRole() == AccessibleRole.SLIDER;
    }

    /// What a control is made of belongs to that.
    private static boolean own(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Control
                    && !(at instanceof ScrollPane)
                    && !(at instanceof SplitPane)) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
