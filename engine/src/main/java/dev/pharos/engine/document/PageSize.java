package dev.pharos.engine.document;

import org.apache.pdfbox.pdmodel.PDPage;

/// Size of a page as it is shown, in points (1/72 inch).
public record PageSize(float width, float height) {

    static PageSize of(PDPage page) {
        var box = page.getCropBox();
        return page.getRotation() % 180 == 0
                ? new PageSize(box.getWidth(), box.getHeight())
                : new PageSize(box.getHeight(), box.getWidth());
    }
}
