package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class NoteFindingTest {
    private static NoteFinding finding(String text, boolean written) {
        return new NoteFinding(() -> text, () -> written);
    }

    private static NoteFinding oil(boolean written) {
        var finding = finding("oil, more oil", written);
        finding.wantedProperty().set("oil");
        finding.replacementProperty().set("gas");
        finding.begin(0);
        return finding;
    }

    @Test
    void whatIsReadIsNeverReplaced() {
        assertEquals(2, oil(false).foundProperty().get().matches().size());
        assertNull(oil(false).allReplaced());
        assertNull(oil(false).replaced());
    }

    @Test
    void whatIsWrittenIsReplaced() {
        assertEquals("gas, more gas", oil(true).allReplaced());
    }

    @Test
    void anExpressionThatTakesForEverIsGivenUp() {
        var finding = finding("x".repeat(60), true);
        finding.regexProperty().set(true);
        finding.wantedProperty().set("(x+x+)+y\\1");
        assertEquals(NoteFinding.TOO_LONG, finding.foundProperty().get().trouble());
    }
}
