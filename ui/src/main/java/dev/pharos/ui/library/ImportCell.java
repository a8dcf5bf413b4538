package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One file of an import and what became of it.
final class ImportCell extends WideCell<ImportRow> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Texts texts;
    private final ProblemText problems;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label became = new Label();
    private final HBox content;

    ImportCell(Texts texts, ProblemText problems) {
        this.texts = texts;
        this.problems = problems;
        name.getStyleClass().add("row-name");
        became.getStyleClass().add("row-about");
        became.setWrapText(true);
        var words = new VBox(name, became);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(icon, words);
        content.getStyleClass().add("row");
        getStyleClass().add("import-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(ImportRow row) {
        var result = row.result();
        boolean failed = result != null && result.status() == ImportResult.Status.FAILED;
        pseudoClassStateChanged(FAILED, failed);
        pseudoClassStateChanged(NOTICE, row.notable() && !failed);
        pseudoClassStateChanged(DONE, result != null && !row.notable());
        icon.setIconCode(icon(row, failed));
        name.setText(String.valueOf(row.file().getFileName()));
        became.setText(became(result));
        setAccessibleText(name.getText() + ": " + became.getText());
    }

    private static Ikon icon(ImportRow row, boolean failed) {
        if (row.result() == null) {
            return Material2AL.HOURGLASS_EMPTY;
        }
        if (failed) {
            return Material2AL.ERROR_OUTLINE;
        }
        if (row.result().problem() instanceof Problem.ToBeTranscribed) {
            return Material2AL.GRAPHIC_EQ;
        }
        return row.notable() ? Material2MZ.WARNING : Material2AL.CHECK;
    }

    private String became(@Nullable ImportResult result) {
        if (result == null) {
            return texts.text("import.reading");
        }
        if (result.problem() != null) {
            return problems.of(result.problem());
        }
        return switch (result.status()) {
            case IMPORTED -> texts.text("import.imported", result.passages());
            case UPDATED -> texts.text("import.updated", result.passages());
            case UNCHANGED -> texts.text("import.unchanged");
            case DUPLICATE -> texts.text("import.duplicate");
            case FAILED -> texts.text("import.failed");
        };
    }
}
