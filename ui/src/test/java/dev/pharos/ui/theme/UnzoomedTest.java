package dev.pharos.ui.theme;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;

/// What is written in a window that shows everything larger.
final class UnzoomedTest {
    private static final long PATIENCE_SECONDS = 120;

    private static CodeArea shown(double factor) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_SECONDS * 1000,
                () -> {
                    var area = new CodeArea();
                    area.setText("One\n\nTwo\n\nThree\n\nFour");
                    var zoomed =
                            new Zoomed(
                                    new StackPane(
                                            new Unzoomed(
                                                    area,
                                                    by ->
                                                            area.setStyle(
                                                                    "-fx-font-size: "
                                                                            + 15 * by
                                                                            + "px"))));
                    zoomed.setFactor(factor);
                    stage.setScene(new Scene(zoomed, 800, 600));
                    stage.show();
                    area.requestFocus();
                    return area;
                });
    }

    /// What stands where the caret is drawn, or null while none is.
    private static @Nullable TextPos underCaret(CodeArea area) {
        for (Node node : area.lookupAll(".caret")) {
            if (node instanceof Path path && !path.getElements().isEmpty()) {
                var at = path.localToScreen(path.getBoundsInLocal());
                return area.getTextPosition(at.getCenterX(), at.getCenterY());
            }
        }
        return null;
    }

    @Test
    void theCaretIsDrawnWhereWordsAreWritten() throws Exception {
        var area = shown(2);
        var line = TextPos.ofLeading(6, 2);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, () -> area.select(line));
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () ->
                        WaitForAsyncUtils.waitForAsyncFx(
                                PATIENCE_SECONDS * 1000, () -> same(line, underCaret(area))));
    }

    private static boolean same(TextPos line, @Nullable TextPos other) {
        return other != null && line.index() == other.index() && line.offset() == other.offset();
    }
}
