package dev.pharos.ui.job;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.job.LongWorkViewModel.Entry;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/// What happened to a piece of long work: its steps, each with its time; the last ones of very
/// many.
final class LogView extends VBox {
    private static final int MOST = 100;

    private final Texts texts;
    private final VBox lines = new VBox();
    private @Nullable LongWork shown;

    LogView(LongWorkViewModel works, Texts texts) {
        this.texts = texts;
        var copy = new Button(texts.text("job.copyLog"));
        copy.getStyleClass().addAll("small", "flat");
        copy.setOnAction(_ -> {
            if (shown != null) {
                copy(works, shown, texts);
            }
        });
        lines.getStyleClass().add("job-log-lines");
        getStyleClass().add("job-log");
        getChildren().setAll(lines, copy);
    }

    /// @param log null hides it
    void show(LongWork work, @Nullable List<Entry> log) {
        shown = work;
        Nodes.setShown(this, log != null);
        lines.getChildren().clear();
        if (log == null) {
            return;
        }
        var time = time(texts);
        log.subList(Math.max(0, log.size() - MOST), log.size())
                .forEach(entry -> {
                    var when = new Label(time.format(entry.at()));
                    when.getStyleClass().addAll("row-about", "job-log-time");
                    when.setMinWidth(USE_PREF_SIZE);
                    var words = new Label(entry.words());
                    words.getStyleClass().add("row-about");
                    words.setWrapText(true);
                    lines.getChildren().add(new HBox(when, words));
                });
    }

    private static DateTimeFormatter time(Texts texts) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault());
    }

    /// Puts all that happened to a piece of work on the clipboard.
    static void copy(LongWorkViewModel works, LongWork work, Texts texts) {
        var time = time(texts);
        var content = new ClipboardContent();
        content.putString(
                work.title()
                        + "\n"
                        + works.log(work).stream()
                                .map(entry -> time.format(entry.at()) + "  " + entry.words())
                                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
