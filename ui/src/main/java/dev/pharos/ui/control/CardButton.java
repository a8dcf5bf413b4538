package dev.pharos.ui.control;

import javafx.beans.NamedArg;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A button whose content fills its width and decides its height. JavaFX's own button asks its
/// graphic for a height without telling the width, as its list cell does (see [WideCell]). Style it
/// by `card-button`.
public final class CardButton extends Button {
    private final Region content;

    public CardButton(@NamedArg("content") Region content) {
        this.content = content;
        setGraphic(content);
        getStyleClass().setAll("card-button");
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(content.prefHeight(width < 0 ? -1 : width - besides()))
                + snappedTopInset()
                + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - besides(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }

    private double besides() {
        return snappedLeftInset() + snappedRightInset();
    }
}
