package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Placed;

/// Which part of the plane is looked at: what stands in the middle of the view, and how many pixels
/// one unit of the plane takes. Immutable.
record Camera(double x, double y, double scale) {
    private static final double SMALLEST = 0.02;
    private static final double LARGEST = 6;
    private static final double MARGIN = 48;

    /// Few nodes need not fill a large window.
    private static final double LARGEST_FIT = 2.2;

    static final Camera START = new Camera(0, 0, 1);

    Camera {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
    }

    double toViewX(double planeX, double width) {
        return (planeX - x) * scale + width / 2;
    }

    double toViewY(double planeY, double height) {
        return (planeY - y) * scale + height / 2;
    }

    Camera moved(double pixelsX, double pixelsY) {
        return new Camera(x - pixelsX / scale, y - pixelsY / scale, scale);
    }

    /// Nearer or further, with what stands at a point of the view staying there.
    Camera zoomed(double factor, double viewX, double viewY, double width, double height) {
        double planeX = x + (viewX - width / 2) / scale;
        double planeY = y + (viewY - height / 2) / scale;
        double now = Math.clamp(scale * factor, SMALLEST, LARGEST);
        return new Camera(
                planeX - (viewX - width / 2) / now, planeY - (viewY - height / 2) / now, now);
    }

    Camera at(double planeX, double planeY) {
        return new Camera(planeX, planeY, scale);
    }

    /// All that is shown, as large as there is room.
    static Camera fitting(Placed placed, boolean[] shown, double width, double height) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                left = Math.min(left, placed.x()[i]);
                right = Math.max(right, placed.x()[i]);
                top = Math.min(top, placed.y()[i]);
                bottom = Math.max(bottom, placed.y()[i]);
            }
        }
        if (left > right) {
            return START;
        }
        double scale =
                Math.min(
                        (width - 2 * MARGIN) / Math.max(1, right - left),
                        (height - 2 * MARGIN) / Math.max(1, bottom - top));
        return new Camera((left + right) / 2, (top + bottom) / 2, Math.min(LARGEST_FIT, scale));
    }
}
