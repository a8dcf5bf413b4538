package dev.pharos.ui.document;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;

import javafx.geometry.Side;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Says which page is in view and how large, and takes wishes for both.
final class PagesBar extends HBox {
    private final PagesPane pane;
    private final PageFlow flow;
    private final Texts texts;
    private final TextField number = new TextField();
    private final Label total = new Label();
    private final MenuButton zoom = new MenuButton();

    PagesBar(PagesPane pane, Texts texts) {
        this.pane = pane;
        this.flow = pane.flow();
        this.texts = texts;
        getStyleClass().add("pages-bar");
        setMinWidth(USE_PREF_SIZE);
        fillNumber();
        fillMenu();
        var smaller =
                IconButton.of(Material2MZ.REMOVE, texts.text("reader.smaller"), () -> step(false));
        var larger = IconButton.of(Material2AL.ADD, texts.text("reader.larger"), () -> step(true));
        getChildren().setAll(number, total, smaller, zoom, larger);
        flow.pageProperty().subscribe(_ -> tell());
        pane.namesProperty().subscribe(_ -> tell());
        flow.factorProperty()
                .subscribe(now -> {
                    var percent = texts.text("reader.percent", now);
                    zoom.setText(percent);
                    zoom.setAccessibleText(texts.text("reader.zoom", percent));
                    smaller.setDisable(now.doubleValue() * 100 <= PageZoom.STEPS.getFirst());
                    larger.setDisable(now.doubleValue() * 100 >= PageZoom.STEPS.getLast());
                });
    }

    private void fillNumber() {
        number.setId("pageNumber");
        number.setAccessibleText(texts.text("reader.pageNumber"));
        number.setOnAction(_ -> leadThere());
        number.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                tell();
                flow.requestFocus();
                event.consume();
            }
        });
        number.focusedProperty()
                .subscribe(focused -> {
                    tell();
                    if (focused) {
                        number.selectAll();
                    }
                });
        total.setMinWidth(USE_PREF_SIZE);
    }

    private void fillMenu() {
        zoom.setId("pageZoom");
        zoom.getStyleClass().add("flat");
        zoom.setPopupSide(Side.BOTTOM);
        zoom.setMinWidth(USE_PREF_SIZE);
        var items = zoom.getItems();
        items.add(item(texts.text("reader.fitAutomatic"), PageZoom.AUTOMATIC));
        items.add(item(texts.text("reader.fitWidth"), new PageZoom(PageZoom.Fit.WIDTH, 1)));
        items.add(item(texts.text("reader.fitPage"), new PageZoom(PageZoom.Fit.PAGE, 1)));
        items.add(new SeparatorMenuItem());
        for (int percent : PageZoom.STEPS) {
            double factor = percent / 100.0;
            items.add(item(texts.text("reader.percent", factor), PageZoom.of(factor)));
        }
    }

    private MenuItem item(String words, PageZoom chosen) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> pane.zoom(chosen));
        return item;
    }

    private void step(boolean larger) {
        pane.zoom(PageZoom.next(flow.factorProperty().get(), larger));
    }

    private void tell() {
        var names = pane.namesProperty().get();
        int page = flow.pageProperty().get();
        boolean named = names.named(page);
        total.setText(
                named
                        ? texts.text("reader.pageAlso", page, names.count())
                        : texts.text("reader.pageOf", names.count()));
        if (!number.isFocused()) {
            number.setText(page == 0 ? "" : names.name(page));
        }
    }

    private void leadThere() {
        var page = pane.namesProperty().get().find(number.getText());
        if (page.isPresent()) {
            pane.go(page.getAsInt(), 0);
            flow.requestFocus();
        } else {
            number.setText(pane.namesProperty().get().name(flow.pageProperty().get()));
            number.selectAll();
        }
    }
}
