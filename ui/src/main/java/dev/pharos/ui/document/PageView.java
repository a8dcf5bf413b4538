package dev.pharos.ui.document;

import dev.pharos.engine.document.PageBox;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A sheet of paper: white until its picture comes, with what is marked on it. Used again for one
/// page after the other.
final class PageView extends Region {

    /// @param kind style class of the shape
    record Mark(String kind, List<PageBox> boxes) {}

    private final ImageView image = new ImageView();
    private final Region paper = new Region();
    private final Label notice = new Label();
    private final List<Path> shapes = new ArrayList<>();
    private List<Mark> marks = List.of();
    private int page;

    PageView() {
        getStyleClass().add("page-view");
        paper.getStyleClass().add("paper");
        notice.getStyleClass().add("page-notice");
        notice.setWrapText(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setManaged(false);
        getChildren().setAll(paper, image, notice);
    }

    /// Begins a page, empty.
    ///
    /// @param number 1-based
    void begin(int number) {
        page = number;
        image.setImage(null);
        notice.setText("");
        mark(List.of());
    }

    /// 1-based.
    int page() {
        return page;
    }

    void picture(@Nullable Image picture) {
        image.setImage(picture);
    }

    /// Said in the middle of the page.
    void say(String words) {
        notice.setText(words);
        requestLayout();
    }

    /// Those that come first lie below.
    void mark(List<Mark> now) {
        if (marks.equals(now)) {
            return;
        }
        marks = List.copyOf(now);
        while (shapes.size() < marks.size()) {
            var shape = new Path();
            shape.setManaged(false);
            shape.setMouseTransparent(true);
            shapes.add(shape);
            getChildren().add(shape);
        }
        for (int i = 0; i < shapes.size(); i++) {
            var shape = shapes.get(i);
            shape.setVisible(i < marks.size());
            if (i < marks.size()) {
                shape.getStyleClass().setAll("page-marks", marks.get(i).kind());
            }
        }
        draw();
    }

    /// The shape of a kind of mark, or null where there is none.
    @Nullable Path shape(String kind) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).kind().equals(kind)) {
                return shapes.get(i);
            }
        }
        return null;
    }

    private void draw() {
        for (int i = 0; i < shapes.size(); i++) {
            var elements = shapes.get(i).getElements();
            elements.clear();
            if (i < marks.size()) {
                for (var box : marks.get(i).boxes()) {
                    var at = bounds(box);
                    elements.addAll(
                            new MoveTo(at.getMinX(), at.getMinY()),
                            new LineTo(at.getMaxX(), at.getMinY()),
                            new LineTo(at.getMaxX(), at.getMaxY()),
                            new LineTo(at.getMinX(), at.getMaxY()),
                            new ClosePath());
                }
            }
        }
    }

    /// In pixels of this node.
    Bounds bounds(PageBox box) {
        return new BoundingBox(
                box.x() * getWidth(),
                box.y() * getHeight(),
                box.width() * getWidth(),
                box.height() * getHeight());
    }

    /// A point of the scene as shares of the page.
    Point2D share(double sceneX, double sceneY) {
        var local = sceneToLocal(sceneX, sceneY);
        return new Point2D(
                local.getX() / Math.max(1, getWidth()), local.getY() / Math.max(1, getHeight()));
    }

    @Override
    protected void layoutChildren() {
        paper.resizeRelocate(0, 0, getWidth(), getHeight());
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
        notice.resizeRelocate(0, 0, getWidth(), Math.min(getHeight(), 240));
        draw();
    }
}
