package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ThoughtsTest {
    private static String heard(String... pieces) {
        var heard = new StringBuilder();
        var thoughts = new Thoughts(heard::append);
        List.of(pieces).forEach(thoughts::hear);
        return heard.toString();
    }

    @Test
    void aTagMayComeInPieces() {
        assertEquals("Yes. No.", heard("<th", "ink>hm</thi", "nk>Yes", ". N", "o."));
    }

    @Test
    void aLessThanSignIsPassedOnWithWhatFollows() {
        assertEquals("1 <2", heard("1 <", "2"));
    }

    @Test
    void anUnfinishedThoughtIsNeverTold() {
        assertEquals("", heard("<think>", "and on and on"));
    }
}
