package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.ui.note.Typing.Selection;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;
import java.util.function.BiFunction;

/// Texts are written with `«` and `»` around what is selected, or `|` where the caret stands.
final class TypingTest {
    private static String made(
            String marked, BiFunction<CodeTextModel, Selection, @Nullable Edit> typing) {
        String text = marked.replaceAll("[«»^]", "");
        var model = new CodeTextModel();
        model.replace(null, TextPos.ZERO, TextPos.ZERO, text);
        int caret = marked.indexOf('^');
        int from = caret >= 0 ? caret : marked.indexOf('«');
        int to = caret >= 0 ? caret : marked.indexOf('»') - 1;
        var edit =
                Objects.requireNonNull(
                        typing.apply(model, new Selection(at(text, from), at(text, to))));
        model.replace(null, edit.from(), edit.to(), edit.with());
        return marked(model, edit);
    }

    private static TextPos at(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(each -> each == '\n').count();
        return Edit.at(line, offset - before.lastIndexOf('\n') - 1);
    }

    private static String marked(CodeTextModel model, Edit edit) {
        var text = new StringBuilder();
        boolean caret = edit.anchor().equals(edit.caret());
        for (int i = 0; i < model.size(); i++) {
            var line = new StringBuilder(model.getPlainText(i));
            if (edit.caret().index() == i) {
                line.insert(edit.caret().offset(), caret ? "^" : "»");
            }
            if (!caret && edit.anchor().index() == i) {
                line.insert(edit.anchor().offset(), "«");
            }
            text.append(i > 0 ? "\n" : "").append(line);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "the «lamp» burns → the **«lamp»** burns",
                "the **«lamp»** burns → the «lamp» burns",
                "the la^mp burns → the **«lamp»** burns",
            })
    void boldIsPutAroundAndTakenAway(String before, String after) {
        assertEquals(after, made(before, (model, what) -> Typing.around(model, what, "**")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "- oil^ → - oil/- ^",
                "- o^il → - o/- ^il",
                "9. oil^ → 9. oil/10. ^",
                "- [x] oil^ → - [x] oil/- [ ] ^",
                "> said^ → > said/> ^",
            })
    void enterGoesOnWithAList(String before, String after) {
        assertEquals(after.replace('/', '\n'), made(before, Typing::enter));
    }

    @Test
    void enterEndsAListAtAnEmptyItem() {
        assertEquals("- oil\n^", made("- oil\n- ^", Typing::enter));
    }

    @Test
    void tabMovesItemsInAndOut() {
        assertEquals(
                "\t- «oil\n\t- wi»ck", made("- «oil\n- wi»ck", (m, s) -> Typing.tab(m, s, false)));
        assertEquals(
                "- «oil\n- wi»ck", made("\t- «oil\n\t- wi»ck", (m, s) -> Typing.tab(m, s, true)));
    }

    @Test
    void tabGoesToTheNextCellOverTheRule() {
        String table = "| a | b^ |\n|---|---|\n| c | d |";
        assertEquals(
                "| a | b |\n|---|---|\n| «c» | d |",
                made(table, (m, s) -> Typing.tab(m, s, false)));
    }

    @Test
    void tabBehindTheLastCellBeginsARow() {
        String table = "| a |\n|---|\n| c^ |";
        assertEquals("| a |\n|---|\n| c |\n| ^ |", made(table, (m, s) -> Typing.tab(m, s, false)));
    }

    @Test
    void aBracketBringsItsOtherHalfAndIsSteppedOver() {
        assertEquals("[^]", made("^", (m, s) -> Typing.typed(m, s, "[")));
        assertEquals("[]^", made("[^]", (m, s) -> Typing.typed(m, s, "]")));
        assertEquals("^", made("[^]", Typing::backspace));
    }

    @Test
    void anAddressPastedOverWordsBecomesTheirLink() {
        assertEquals(
                "see [the log](https://example.org)^",
                made("see «the log»", (m, s) -> Typing.paste(m, s, "https://example.org")));
    }

    @Test
    void wordsPastedOverWordsAreJustWords() {
        var model = new CodeTextModel();
        model.replace(null, TextPos.ZERO, TextPos.ZERO, "lamp");
        assertNull(Typing.paste(model, new Selection(Edit.at(0, 0), Edit.at(0, 4)), "oil"));
    }
}
