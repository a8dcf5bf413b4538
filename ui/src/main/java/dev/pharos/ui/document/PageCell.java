package dev.pharos.ui.document;

import dev.pharos.ui.control.WideCell;
import dev.pharos.ui.work.Job;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// One page as it looks; rendered when it comes into view and at the width it has there.
final class PageCell extends WideCell<Integer> {
    private final PagesPane pane;
    private final PageView view = new PageView();
    private @Nullable Job loading;
    private int loadedWidth;

    PageCell(PagesPane pane) {
        this.pane = pane;
        getStyleClass().add("page-cell");
        view.widthProperty().subscribe(_ -> render());
    }

    @Override
    protected Node content() {
        return view;
    }

    @Override
    protected void show(Integer page) {
        setAccessibleText(pane.name(page));
        view.blank(pane.size(page));
        loadedWidth = 0;
        render();
    }

    @Override
    protected void leave() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }

    private void render() {
        Integer page = getItem();
        int width = (int) Math.round(PageView.pageWidth(view.getWidth()) * pane.scale());
        if (page == null || isEmpty() || view.getWidth() <= 0 || width == loadedWidth) {
            return;
        }
        leave();
        loadedWidth = width;
        loading =
                pane.load(
                        page,
                        width,
                        rendered -> {
                            if (page.equals(getItem())) {
                                view.show(rendered);
                                pane.shown(page, view);
                            }
                        });
    }

    double firstMarkY() {
        return view.firstMarkY();
    }
}
