package dev.pharos.ui.control;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

/// The head of what is read, heard or written. Its children, in this order: a sign, which may be
/// left out, the title, a line about it, and the tools. Where there is little room, the title has a
/// line of its own, and the tools stand below it.
public final class SourceHead extends Pane {
    private static final double GAP = 14;
    private static final double LINE = 2;

    /// A title, or a line beside the tools, with less room than this says too little.
    private static final double TITLE = 250;

    private static final double ABOUT = 90;

    private @Nullable Node sign() {
        return getChildren().size() > 3 ? getChildren().getFirst() : null;
    }

    private Node part(int fromLast) {
        return getChildren().get(getChildren().size() - 1 - fromLast);
    }

    private Node title() {
        return part(2);
    }

    private Node about() {
        return part(1);
    }

    private Node tools() {
        return part(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height) + indent() + TITLE + GAP + tools().prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : width - computeMinWidth(-1);
        double words = title().prefHeight(-1) + LINE;
        double about = about().prefHeight(-1);
        double tools = tools().prefHeight(-1);
        double height =
                switch (lines(room)) {
                    case 1 -> Math.max(words + about, tools);
                    case 2 -> words + Math.max(about, tools);
                    default -> words + about + LINE + tools;
                };
        return snapSizeY(height) + getInsets().getTop() + getInsets().getBottom();
    }

    /// How wide the sign and the gap beside it are.
    private double indent() {
        var sign = sign();
        return sign == null ? 0 : snapSizeX(sign.prefWidth(-1)) + GAP;
    }

    private double toolsWide() {
        return tools().isManaged() ? snapSizeX(tools().prefWidth(-1)) : 0;
    }

    /// How many lines it takes.
    private int lines(double room) {
        double beside = room - indent() - toolsWide() - GAP;
        return beside >= TITLE ? 1 : beside >= ABOUT ? 2 : 3;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + indent();
        double top = snappedTopInset();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double toolsWide = Math.min(toolsWide(), room);
        double beside = room - indent() - toolsWide - GAP;
        double whole = room - indent();
        double title = snapSizeY(title().prefHeight(-1));
        double about = snapSizeY(about().prefHeight(-1));
        double tools = snapSizeY(tools().prefHeight(-1));
        double right = left + whole - toolsWide;
        switch (lines(room)) {
            case 1 -> {
                double high = getHeight() - top - snappedBottomInset();
                double above = top + snapPositionY((high - title - LINE - about) / 2);
                place(title(), left, above, beside, title, HPos.LEFT);
                place(about(), left, above + title + LINE, beside, about, HPos.LEFT);
                place(tools(), right, top, toolsWide, high, HPos.RIGHT);
                placeSign(top, high);
            }
            case 2 -> {
                double high = Math.max(about, tools);
                place(title(), left, top, whole, title, HPos.LEFT);
                place(about(), left, top + title + LINE, beside, high, HPos.LEFT);
                place(tools(), right, top + title + LINE, toolsWide, high, HPos.RIGHT);
                placeSign(top, title);
            }
            default -> {
                place(title(), left, top, whole, title, HPos.LEFT);
                place(about(), left, top + title + LINE, whole, about, HPos.LEFT);
                double below = top + title + LINE + about + LINE;
                place(tools(), snappedLeftInset(), below, toolsWide, tools, HPos.LEFT);
                placeSign(top, title);
            }
        }
    }

    private void placeSign(double top, double high) {
        var sign = sign();
        if (sign != null) {
            place(sign, snappedLeftInset(), top, indent() - GAP, high, HPos.CENTER);
        }
    }

    private void place(Node node, double x, double y, double wide, double high, HPos at) {
        layoutInArea(node, x, y, wide, high, 0, Insets.EMPTY, true, false, at, VPos.CENTER);
    }
}
