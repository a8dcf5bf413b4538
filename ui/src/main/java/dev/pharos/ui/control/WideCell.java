package dev.pharos.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/// A list cell as wide as its list and as high as its content needs at that width. JavaFX's own
/// cell asks its graphic for a height without telling the width, which clips wrapped text.
public abstract class WideCell<T> extends ListCell<T> {

    /// What shows the items; built once a cell and filled again by [#show].
    protected abstract Node content();

    protected abstract void show(T item);

    /// The cell has no item any more.
    protected void leave() {}

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            leave();
            setGraphic(null);
            setAccessibleText(null);
        } else {
            show(item);
            setGraphic(content());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double inner = (width < 0 ? getListView().getWidth() : width) - left() - right();
        return snapSizeY(getGraphic().prefHeight(inner)) + top() + bottom();
    }

    @Override
    protected void layoutChildren() {
        if (getGraphic() == null) {
            super.layoutChildren();
            return;
        }
        getGraphic()
                .resizeRelocate(
                        left(),
                        top(),
                        getWidth() - left() - right(),
                        getHeight() - top() - bottom());
    }

    private double left() {
        return snappedLeftInset();
    }

    private double right() {
        return snappedRightInset();
    }

    private double top() {
        return snappedTopInset();
    }

    private double bottom() {
        return snappedBottomInset();
    }
}
