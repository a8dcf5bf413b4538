package dev.pharos.ui.document;

import dev.pharos.engine.document.PageBox;
import dev.pharos.engine.document.PageSize;

import javafx.geometry.Orientation;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/// A sheet of paper in the middle of its room, with marked words. Higher than wide in proportion to
/// its page.
final class PageView extends Region {
    private static final double MAX_WIDTH = 900;
    private static final double MARGIN = 20;
    private static final double GAP = 16;

    private final ImageView image = new ImageView();
    private final Region sheet = new Region();
    private final List<Region> marks = new ArrayList<>();
    private List<PageBox> boxes = List.of();
    private double proportion = 1;

    PageView() {
        getStyleClass().add("page-view");
        sheet.getStyleClass().add("paper");
        getChildren().setAll(sheet, image);
    }

    void blank(PageSize size) {
        proportion = size.height() / Math.max(1, size.width());
        image.setImage(null);
        mark(List.of());
    }

    void show(PageLoader.Rendered rendered) {
        image.setImage(rendered.image());
        mark(rendered.boxes());
    }

    private void mark(List<PageBox> nowBoxes) {
        boxes = nowBoxes;
        getChildren().removeAll(marks);
        marks.clear();
        for (int i = 0; i < boxes.size(); i++) {
            var mark = new Region();
            mark.getStyleClass().add("page-mark");
            marks.add(mark);
        }
        getChildren().addAll(marks);
        requestLayout();
    }

    List<Region> marks() {
        return marks;
    }

    /// In pixels from the top; 0 without marks.
    double firstMarkY() {
        return boxes.stream().mapToDouble(PageBox::y).min().orElse(0)
                * pageWidth(getWidth())
                * proportion;
    }

    static double pageWidth(double width) {
        return Math.clamp(width - 2 * MARGIN, 80, MAX_WIDTH);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(pageWidth(width) * proportion) + GAP;
    }

    @Override
    protected void layoutChildren() {
        double width = pageWidth(getWidth());
        double height = width * proportion;
        double left = Math.round((getWidth() - width) / 2);
        sheet.resizeRelocate(left, 0, width, height);
        image.setFitWidth(width);
        image.setFitHeight(height);
        image.relocate(left, 0);
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            marks.get(i)
                    .resizeRelocate(
                            left + box.x() * width,
                            box.y() * height,
                            box.width() * width,
                            box.height() * height);
        }
    }
}
