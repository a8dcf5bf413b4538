package dev.pharos.ui.control;

import javafx.geometry.NodeOrientation;

/// The direction that a text is read in: that of its first strong character (Unicode Standard Annex
/// 9, rules P2 and P3).
public final class Direction {

    private Direction() {}

    /// From the left where nothing tells.
    public static NodeOrientation of(String text) {
        return text.codePoints()
                .mapToObj(Direction::strong)
                .filter(each -> each != NodeOrientation.INHERIT)
                .findFirst()
                .orElse(NodeOrientation.LEFT_TO_RIGHT);
    }

    private static NodeOrientation strong(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    NodeOrientation.RIGHT_TO_LEFT;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> NodeOrientation.LEFT_TO_RIGHT;
            default -> NodeOrientation.INHERIT;
        };
    }
}
