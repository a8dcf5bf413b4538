package dev.pharos.ui.note;

import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// A picture as wide as it is, or as there is room.
final class PictureBox extends Region {
    private final ImageView view;
    private final Image image;
    private final double widest;

    /// @param widest how wide it is shown at most
    PictureBox(Image image, double widest, String name) {
        this.image = image;
        this.widest = widest;
        view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setAccessibleText(name);
        getStyleClass().add("note-picture");
        getChildren().add(view);
        image.progressProperty().subscribe(_ -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return widest;
    }

    @Override
    protected double computePrefHeight(double width) {
        double shown = width < 0 ? widest : Math.min(widest, width);
        return (image.getWidth() == 0 ? 0 : shown * image.getHeight() / image.getWidth())
                + snappedTopInset()
                + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.min(widest, getWidth()));
        view.relocate(0, snappedTopInset());
    }
}
