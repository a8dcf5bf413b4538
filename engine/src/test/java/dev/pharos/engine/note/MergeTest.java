package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class MergeTest {

    @Test
    void changesOfDifferentLinesComeTogether() {
        var merge =
                Merge.of(
                        "one\ntwo\nthree\nfour\n",
                        "One\ntwo\nthree\nfour\n",
                        "one\ntwo\nthree\n4\n");

        assertTrue(merge.clean());
        assertEquals("One\ntwo\nthree\n4\n", merge.text());
    }

    @Test
    void ofTheSameLineBothTextsStay() {
        var merge = Merge.of("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n");

        assertFalse(merge.clean());
        assertEquals(
                List.of(
                        new Merge.Piece.Agreed("a\n"),
                        new Merge.Piece.Disputed("b\n", "mine\n", "theirs\n"),
                        new Merge.Piece.Agreed("c\n")),
                merge.pieces());
    }

    @Test
    void theSameChangeOnBothSidesIsNoDispute() {
        assertEquals("x\n", Merge.of("a\n", "x\n", "x\n").text());
        assertTrue(Merge.of("a\n", "x\n", "x\n").clean());
    }
}
