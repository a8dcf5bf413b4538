package dev.pharos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.search.Hit;

import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/// Words that are read from the right.
final class FlowWordsTest {
    private static final String ARABIC =
            "كانت المنارة تقع على جزيرة فاروس عند مدخل الميناء. See also Pharos.";

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theyWrapAtEveryWidthAndAreMarked() {
        WaitForAsyncUtils.waitForAsyncFx(
                300_000,
                () -> {
                    for (int width = 120; width < 700; width += 7) {
                        var words = new MarkedText();
                        words.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                        words.show(ARABIC, List.of(new Hit.Range(5, 12)));
                        var scene = new Scene(new StackPane(words));
                        scene.getRoot().applyCss();
                        words.resize(width, words.prefHeight(width));
                        words.layout();
                        assertTrue(!words.marks().getElements().isEmpty(), "marked at " + width);
                    }
                    return null;
                });
    }

    @Test
    void nothingOfThemIsLost() {
        assertEquals(ARABIC, String.join("", FlowWords.pieces(ARABIC)));
        assertEquals(List.of("The lamp burns."), FlowWords.pieces("The lamp burns."));
    }
}
