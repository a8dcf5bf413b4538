package dev.pharos.ui.graph;

import java.util.Arrays;

/// Draws smooth lines and small signs into pixels without transparency. Twenty thousand lines take
/// some milliseconds; a `Canvas` without a graphics card takes as long for a few hundred. One
/// thread at a time.
final class Raster {
    private static final int OPAQUE = 0xFF000000;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;
    private static final int FULL = 256;

    /// What a node looks like.
    enum Sign {
        DISC,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        RING
    }

    private final int[] pixels;
    private final int width;
    private final int height;

    /// @param pixels row by row
    Raster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    void clear(int colour) {
        Arrays.fill(pixels, 0, width * height, OPAQUE | colour);
    }

    private void blend(int x, int y, int colour, double alpha) {
        int at = y * width + x;
        int here = pixels[at];
        int share = (int) (alpha * FULL);
        int rest = FULL - share;
        int redBlue = (colour & RED_BLUE) * share + (here & RED_BLUE) * rest >>> 8 & RED_BLUE;
        int green = (colour & GREEN) * share + (here & GREEN) * rest >>> 8 & GREEN;
        pixels[at] = OPAQUE | redBlue | green;
    }

    /// A line of one pixel, with two of them sharing each step (Wu, 1991).
    void line(double x0, double y0, double x1, double y1, int colour, double alpha) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double from = 0;
        double to = 1;
        double[] starts = {x0, y0};
        double[] ways = {dx, dy};
        double[] ends = {width - 2.0, height - 2.0};
        for (int axis = 0; axis < 2; axis++) {
            double way = ways[axis];
            double low = 1 - starts[axis];
            double high = ends[axis] - starts[axis];
            if (Math.abs(way) < 1e-9) {
                if (low > 0 || high < 0) {
                    return;
                }
            } else {
                from = Math.max(from, Math.min(low / way, high / way));
                to = Math.min(to, Math.max(low / way, high / way));
            }
        }
        if (from < to) {
            clipped(x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy, colour, alpha);
        }
    }

    private void clipped(double x0, double y0, double x1, double y1, int colour, double alpha) {
        boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
        double u0 = steep ? y0 : x0;
        double v0 = steep ? x0 : y0;
        double u1 = steep ? y1 : x1;
        double v1 = steep ? x1 : y1;
        double slope = Math.abs(u1 - u0) < 1e-9 ? 0 : (v1 - v0) / (u1 - u0);
        int first = (int) Math.round(Math.min(u0, u1));
        int last = (int) Math.round(Math.max(u0, u1));
        double v = v0 + slope * (first - u0);
        int most = (steep ? width : height) - 2;
        for (int u = first; u <= last; u++) {
            int low = Math.clamp((int) v, 0, most);
            double part = Math.clamp(v - low, 0, 1);
            if (steep) {
                blend(low, u, colour, alpha * (1 - part));
                blend(low + 1, u, colour, alpha * part);
            } else {
                blend(u, low, colour, alpha * (1 - part));
                blend(u, low + 1, colour, alpha * part);
            }
            v += slope;
        }
    }

    /// @param radius in pixels
    void sign(Sign sign, double x, double y, double radius, int colour, double alpha) {
        int left = Math.max(0, (int) (x - radius - 2));
        int right = Math.min(width - 1, (int) (x + radius + 2));
        int top = Math.max(0, (int) (y - radius - 2));
        int bottom = Math.min(height - 1, (int) (y + radius + 2));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double inside = 0.5 - distance(sign, column - x, row - y, radius);
                if (inside > 0) {
                    blend(column, row, colour, alpha * Math.min(1, inside));
                }
            }
        }
    }

    /// From the edge of the sign; negative within it.
    private static double distance(Sign sign, double x, double y, double radius) {
        double across = Math.abs(x);
        double along = Math.abs(y);
        return switch (sign) {
            case DISC -> Math.sqrt(x * x + y * y) - radius;
            case SQUARE -> Math.max(across, along) - radius * 0.87;
            case DIAMOND -> (across + along - radius * 1.25) * Math.sqrt(0.5);
            case TRIANGLE -> Math.max(0.866 * across - 0.5 * y, y) - radius * 0.62;
            case RING -> Math.abs(Math.sqrt(x * x + y * y) - radius) - 0.9;
        };
    }
}
