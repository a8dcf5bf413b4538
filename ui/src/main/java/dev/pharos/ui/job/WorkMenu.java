package dev.pharos.ui.job;

import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork.Deed;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.stream.Stream;

/// All that may be done with a piece of long work, by name.
final class WorkMenu {
    private final LongWorkViewModel works;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    WorkMenu(LongWorkViewModel works, Texts texts) {
        this.works = works;
        this.texts = texts;
    }

    static String name(Deed deed, Texts texts) {
        return texts.text(
                switch (deed) {
                    case CHOOSE_MODEL -> "wordless.choose";
                    case PAUSE -> "job.pause";
                    case RESUME -> "job.resume";
                    case RETRY -> "job.retry";
                    case CANCEL -> "job.cancel";
                    case REMOVE -> "job.remove";
                    case OPEN -> "job.open";
                    case OPEN_FOLDER -> "job.openFolder";
                    case EARLIER -> "job.earlier";
                    case LATER -> "job.later";
                });
    }

    void show(LongWork work, Node at, double x, double y) {
        menu.getItems()
                .setAll(
                        Stream.of(Deed.values())
                                .filter(work::can)
                                .map(deed -> item(name(deed, texts), () -> works.act(work, deed)))
                                .toList());
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(texts.text("job.details"), () -> works.toggle(work)),
                        item(texts.text("job.copyLog"), () -> LogView.copy(works, work, texts)));
        menu.show(at, x, y);
    }

    private static MenuItem item(String name, Runnable does) {
        var item = new MenuItem(name);
        item.setOnAction(_ -> does.run());
        return item;
    }
}
