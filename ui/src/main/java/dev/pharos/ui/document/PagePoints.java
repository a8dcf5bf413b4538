package dev.pharos.ui.document;

import dev.pharos.engine.document.PageGeometry;
import dev.pharos.engine.document.PageLink;

import org.jspecify.annotations.Nullable;

/// What stands at points of a page that is shown. Points are those of the scene, offsets those of
/// the text of the whole source. For the JavaFX thread.
///
/// @param geometry null as long as it is not known
record PagePoints(PageView view, @Nullable PageGeometry geometry, PageTexts texts) {

    /// The offset between two characters that is nearest; -1 where no text is near.
    int caret(double sceneX, double sceneY) {
        if (!selectable()) {
            return -1;
        }
        var at = view.share(sceneX, sceneY);
        return offset(known().caret(at.getX(), at.getY()));
    }

    /// The offset of the character that is nearest; -1 where no text is near.
    int character(double sceneX, double sceneY) {
        if (!selectable()) {
            return -1;
        }
        var at = view.share(sceneX, sceneY);
        return offset(known().character(at.getX(), at.getY()));
    }

    private PageGeometry known() {
        if (geometry == null) {
            throw new IllegalStateException("not known yet where the words stand");
        }
        return geometry;
    }

    private int offset(int ofPage) {
        return Math.min(texts.start(view.page()) + ofPage, texts.end(view.page()));
    }

    private boolean selectable() {
        return geometry != null && !geometry.lines().isEmpty() && texts.has(view.page());
    }

    /// Whether words stand there.
    boolean isText(double sceneX, double sceneY) {
        var at = view.share(sceneX, sceneY);
        return geometry != null && geometry.isText(at.getX(), at.getY());
    }

    /// Whether it is known that the page has no text.
    boolean textless() {
        return geometry != null && geometry.lines().isEmpty();
    }

    /// The link there, or null.
    @Nullable PageLink link(double sceneX, double sceneY) {
        if (geometry == null) {
            return null;
        }
        var at = view.share(sceneX, sceneY);
        return geometry.links().stream()
                .filter(link -> link.box().contains(at.getX(), at.getY()))
                .findFirst()
                .orElse(null);
    }
}
