package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.HashMap;
import java.util.Map;

/// The tabs of a half of the window, side by side; they share its width as those of a browser do.
final class TabStrip extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// With less room there is none for words.
    private static final double WORDS = 64;

    private final ShellViewModel shell;
    private final TabsViewModel tabs;
    private final LocationWords words;
    private final Texts texts;
    private final Map<Tab, Head> heads = new HashMap<>();
    private final HBox row = new HBox();

    TabStrip(ShellViewModel shell, TabsViewModel tabs, LocationWords words, Texts texts) {
        this.shell = shell;
        this.tabs = tabs;
        this.words = words;
        this.texts = texts;
        row.getStyleClass().add("tab-strip");
        getChildren().setAll(row);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TAB_PANE);
        setAccessibleText(texts.text("tab.list"));
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        tabs.tabs().subscribe(this::show);
        tabs.shownProperty().subscribe(_ -> show());
        words.library().all().subscribe(() -> heads.values().forEach(Head::show));
    }

    private void show() {
        heads.keySet().retainAll(tabs.tabs());
        var now =
                tabs.tabs().stream()
                        .map(tab -> heads.computeIfAbsent(tab, each -> new Head(each)))
                        .toList();
        if (!row.getChildren().equals(now)) {
            row.getChildren().setAll(now);
        }
        now.forEach(Head::show);
        requestLayout();
    }

    /// Where there are more tabs than room, the one that is shown is in view.
    @Override
    protected void layoutChildren() {
        double width = Math.max(getWidth(), row.minWidth(-1));
        row.resize(width, getHeight());
        row.layout();
        var shown = heads.get(tabs.tab());
        double right = shown == null ? 0 : shown.getBoundsInParent().getMaxX();
        row.relocate(Math.min(0, getWidth() - Math.max(right, getWidth())), 0);
    }

    private final class Head extends HBox {
        private final Tab tab;
        private final FontIcon icon = new FontIcon();
        private final ToggleButton title = new ToggleButton(null, icon);
        private final Button close;

        Head(Tab tab) {
            this.tab = tab;
            close =
                    IconButton.of(
                            Material2AL.CLOSE,
                            texts.text("tab.close"),
                            () -> shell.close(tabs, tab));
            close.setFocusTraversable(false);
            title.setAccessibleRole(AccessibleRole.TAB_ITEM);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            title.setTooltip(new Tooltip());
            widthProperty().subscribe(width -> narrow(width.doubleValue() < WORDS));
            HBox.setHgrow(title, Priority.ALWAYS);
            HBox.setHgrow(this, Priority.SOMETIMES);
            getStyleClass().add("tab-head");
            getChildren().setAll(title, close);
            title.setOnAction(_ -> choose());
            title.setContextMenu(menu());
            title.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
            hoverProperty().subscribe(_ -> showClose());
            // a tab that was closed may come back, and gets another head then
            tab.locationProperty().when(sceneProperty().isNotNull()).subscribe(_ -> show());
        }

        /// The picture says more than the first letter.
        private void narrow(boolean narrow) {
            title.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }

        private void choose() {
            shell.activate(tabs);
            tabs.choose(tab);
            show();
        }

        private void pressed(KeyEvent event) {
            if (event.getCode() == KeyCode.DELETE) {
                shell.close(tabs, tab);
                event.consume();
            }
        }

        private void clicked(MouseEvent event) {
            if (event.getButton() == MouseButton.MIDDLE) {
                shell.close(tabs, tab);
            }
        }

        private ContextMenu menu() {
            var one = new MenuItem(texts.text("tab.close"));
            one.setOnAction(_ -> shell.close(tabs, tab));
            var others = new MenuItem(texts.text("tab.closeOthers"));
            others.setOnAction(_ -> tabs.closeOthers(tab));
            return new ContextMenu(one, others);
        }

        private void show() {
            boolean shown = tabs.tab() == tab;
            String name = words.title(tab.location());
            title.setSelected(shown);
            title.setText(name);
            title.getTooltip().setText(name);
            icon.setIconCode(words.icon(tab.location()));
            pseudoClassStateChanged(SELECTED, shown);
            showClose();
        }

        private void showClose() {
            Nodes.setShown(close, tabs.tab() == tab || isHover());
        }
    }
}
