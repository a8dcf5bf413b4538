package dev.pharos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.NodeOrientation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way a text is read.
final class DirectionTest {
    @ParameterizedTest
    @CsvSource({
        "The lamp, LEFT_TO_RIGHT",
        "Маяк, LEFT_TO_RIGHT",
        "'1. منارة Pharos', RIGHT_TO_LEFT",
        "'« מגדלור »', RIGHT_TO_LEFT",
        "'Pharos: منارة', LEFT_TO_RIGHT",
        "'2024', LEFT_TO_RIGHT",
        "'', LEFT_TO_RIGHT"
    })
    void theFirstStrongCharacterTells(String text, NodeOrientation direction) {
        assertEquals(direction, Direction.of(text));
    }
}
