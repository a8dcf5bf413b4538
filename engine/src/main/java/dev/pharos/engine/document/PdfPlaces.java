package dev.pharos.engine.document;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitRectangleDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

/// Points of a PDF's pages as they are shown, and where its destinations lead. One thread.
final class PdfPlaces {

    private final PDDocument pdf;
    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();

    PdfPlaces(PDDocument pdf) {
        this.pdf = pdf;
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            numbers.put(page.getCOSObject(), ++number);
        }
    }

    /// @param page 1-based
    /// @param y share of the page's height from the top
    record Spot(int page, double y) {}

    /// Where a link or a bookmark leads, or null where that is no page of the file.
    @Nullable Spot of(@Nullable PDDestination direct, @Nullable PDAction action)
            throws IOException {
        var destination =
                direct == null && action instanceof PDActionGoTo go ? go.getDestination() : direct;
        if (destination instanceof PDNamedDestination named) {
            destination = pdf.getDocumentCatalog().findNamedDestinationPage(named);
        }
        if (!(destination instanceof PDPageDestination to)) {
            return null;
        }
        var page = to.getPage();
        int number =
                page == null
                        ? to.getPageNumber() + 1
                        : numbers.getOrDefault(page.getCOSObject(), 0);
        return number < 1 || number > numbers.size()
                ? null
                : new Spot(number, y(to, pdf.getPage(number - 1)));
    }

    private static double y(PDPageDestination to, PDPage page) {
        int top =
                switch (to) {
                    case PDPageXYZDestination xyz -> xyz.getTop();
                    case PDPageFitWidthDestination width -> width.getTop();
                    case PDPageFitRectangleDestination rectangle -> rectangle.getTop();
                    default -> -1;
                };
        if (top == -1) {
            return 0;
        }
        var crop = page.getCropBox();
        int left = to instanceof PDPageXYZDestination xyz ? Math.max(0, xyz.getLeft()) : 0;
        return shown(left - crop.getLowerLeftX(), top - crop.getLowerLeftY(), page).y();
    }

    static PageBox shown(PDRectangle rectangle, PDPage page) {
        var crop = page.getCropBox();
        float x = rectangle.getLowerLeftX() - crop.getLowerLeftX();
        float y = rectangle.getLowerLeftY() - crop.getLowerLeftY();
        return shown(x, y, page)
                .union(shown(x + rectangle.getWidth(), y + rectangle.getHeight(), page));
    }

    /// A point of the page, counted from its crop box's lower left corner, turned as the page is.
    static PageBox shown(float pointX, float pointY, PDPage page) {
        double x = share(pointX, page.getCropBox().getWidth());
        double y = share(pointY, page.getCropBox().getHeight());
        return switch (page.getRotation()) {
            case 90 -> new PageBox(y, x, 0, 0);
            case 180 -> new PageBox(1 - x, y, 0, 0);
            case 270 -> new PageBox(1 - y, 1 - x, 0, 0);
            default -> new PageBox(x, 1 - y, 0, 0);
        };
    }

    private static double share(float of, float whole) {
        double share = of / whole;
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
    }
}
