package dev.pharos.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.document.TextSelection.Unit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

final class TextSelectionTest {
    private static final String TEXT = "The lamp burns.\n\nNobody tends it now.";

    private final TextSelection selection = new TextSelection();

    @BeforeEach
    void begin() {
        selection.in(
                new Document(
                        "text/plain",
                        SourceKind.TEXT,
                        "Lamp",
                        List.of(),
                        null,
                        null,
                        "en",
                        TEXT,
                        List.of(
                                new Block(Block.Kind.PARAGRAPH, 0, null, 0, 15),
                                new Block(Block.Kind.PARAGRAPH, 0, null, 17, TEXT.length())),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        true));
    }

    private String selected() {
        var range = selection.rangeProperty().get();
        return range == null ? "" : TEXT.substring(range.start(), range.end());
    }

    @Test
    void draggedOverTwoBlocksItGivesTheWordsOfTheDocument() {
        selection.press(TEXT.indexOf("burns"), Unit.LETTER, false);
        selection.moveTo(TEXT.indexOf(" tends"));
        assertEquals("burns.\n\nNobody", selected());
    }

    @Test
    void draggedBackwardsItIsTheSame() {
        selection.press(TEXT.indexOf(" tends"), Unit.LETTER, false);
        selection.moveTo(TEXT.indexOf("burns"));
        assertEquals("burns.\n\nNobody", selected());
    }

    @Test
    void aDoubleClickSelectsAWordAndADragFromThereWholeWords() {
        selection.press(TEXT.indexOf("amp"), Unit.WORD, false);
        assertEquals("lamp", selected());
        selection.moveTo(TEXT.indexOf("dy tends"));
        assertEquals("lamp burns.\n\nNobody", selected());
    }

    @Test
    void aTripleClickSelectsTheParagraph() {
        selection.press(TEXT.indexOf("tends"), Unit.PARAGRAPH, false);
        assertEquals("Nobody tends it now.", selected());
    }

    @Test
    void withShiftAClickGoesOnFromWhereItBegan() {
        selection.press(TEXT.indexOf("lamp"), Unit.WORD, false);
        selection.press(TEXT.indexOf("it now"), Unit.LETTER, true);
        assertEquals("lamp burns.\n\nNobody tends it", selected());
    }

    @Test
    void theKeyboardSelectsByWordsFromWhatIsInView() {
        selection.step(true, Unit.WORD, TEXT.indexOf("Nobody"));
        selection.step(true, Unit.WORD, 0);
        selection.step(true, Unit.LETTER, 0);
        assertEquals("Nobody tends ", selected());
        selection.step(false, Unit.WORD, 0);
        assertEquals("Nobody ", selected());
    }

    @Test
    void aClickAloneSelectsNothing() {
        selection.press(4, Unit.LETTER, false);
        assertNull(selection.rangeProperty().get());
    }
}
