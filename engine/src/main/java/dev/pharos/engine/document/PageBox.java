package dev.pharos.engine.document;

/// A rectangle on a page as it is shown: shares of its width and height from the upper left corner,
/// 0 to 1.
public record PageBox(double x, double y, double width, double height) {

    public boolean contains(double atX, double atY) {
        return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }

    PageBox union(PageBox other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new PageBox(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }
}
