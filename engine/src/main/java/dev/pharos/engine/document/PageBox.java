package dev.pharos.engine.document;

/// A rectangle on a page as it is shown: shares of its width and height from the upper left corner,
/// 0 to 1.
public record PageBox(double x, double y, double width, double height) {

    PageBox union(PageBox other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new PageBox(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    /// Whether both lie on one line: they share most of their height or, written upwards, of their
    /// width.
    boolean besides(PageBox other) {
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        return down > 0.5 * Math.min(height, other.height)
                || across > 0.9 * Math.min(width, other.width) && height > 3 * width;
    }
}
