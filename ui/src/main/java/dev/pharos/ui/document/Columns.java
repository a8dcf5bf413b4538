package dev.pharos.ui.document;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.Arrays;
import java.util.List;

/// Nodes side by side, in columns whose widths are in proportion to their weights. All rows of a
/// table have the same weights, so that its columns stand below each other.
final class Columns extends Region {
    private static final double GAP = 16;
    private static final double WIDEST = 10_000;

    private double[] weights = {1};

    /// @param nowWeights at least as many as nodes
    void show(List<? extends Node> nodes, double[] nowWeights) {
        weights = nowWeights;
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Unbounded as long as there is no width, so that no letter stands on a line of its own.
    private double width(int column, double all) {
        double room = all - GAP * (weights.length - 1);
        if (room <= 0) {
            return -1;
        }
        return room * weights[column] / Arrays.stream(weights).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        double all = width < 0 ? getWidth() : width;
        double height = 0;
        for (int i = 0; i < getChildren().size(); i++) {
            height = Math.max(height, getChildren().get(i).prefHeight(width(i, all)));
        }
        return Math.ceil(height);
    }

    /// All the room there is: a box asks for the height at no more than this width.
    @Override
    protected double computePrefWidth(double height) {
        return WIDEST;
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < getChildren().size(); i++) {
            double width = Math.max(0, width(i, getWidth()));
            getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
            x += width + GAP;
        }
    }
}
