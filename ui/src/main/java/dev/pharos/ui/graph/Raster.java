package dev.pharos.ui.graph;

import java.util.Arrays;

/// Draws smooth lines and small signs into pixels without transparency. Made for tens of thousands
/// of lines in each frame, without a graphics card. One thread at a time.
final class Raster {
    private static final int OPAQUE = 0xFF000000;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;
    private static final int FULL = 256;
    private static final double FLAT = 1e-9;

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

    /// A line of one pixel.
    ///
    /// @param smooth two pixels share each step (Wu, 1991); else one has it, in half the time
    void line(
            double x0, double y0, double x1, double y1, int colour, double alpha, boolean smooth) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double from = Math.max(enters(x0, dx, width), enters(y0, dy, height));
        double to = Math.min(leaves(x0, dx, width), leaves(y0, dy, height));
        if (from < to) {
            double startX = x0 + from * dx;
            double startY = y0 + from * dy;
            clipped(startX, startY, x0 + to * dx, y0 + to * dy, colour, alpha, smooth);
        }
    }

    /// The part of a line, from 0 to 1, at which it comes into the picture along one axis.
    private static double enters(double start, double way, int size) {
        double low = 1 - start;
        double high = size - 2.0 - start;
        if (Math.abs(way) < FLAT) {
            return low > 0 || high < 0 ? 1 : 0;
        }
        return Math.max(0, Math.min(low / way, high / way));
    }

    private static double leaves(double start, double way, int size) {
        if (Math.abs(way) < FLAT) {
            return 1;
        }
        return Math.min(1, Math.max((1 - start) / way, (size - 2.0 - start) / way));
    }

    private void clipped(
            double x0, double y0, double x1, double y1, int colour, double alpha, boolean smooth) {
        boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
        double u0 = steep ? y0 : x0;
        double v0 = steep ? x0 : y0;
        double u1 = steep ? y1 : x1;
        double v1 = steep ? x1 : y1;
        double slope = Math.abs(u1 - u0) < FLAT ? 0 : (v1 - v0) / (u1 - u0);
        int first = (int) Math.round(Math.min(u0, u1));
        int last = (int) Math.round(Math.max(u0, u1));
        double v = v0 + slope * (first - u0);
        int most = (steep ? width : height) - 2;
        for (int u = first; u <= last; u++) {
            int low = Math.clamp((int) v, 0, most);
            double part = smooth ? Math.clamp(v - low, 0, 1) : 0;
            blend(steep ? low : u, steep ? u : low, colour, alpha * (1 - part));
            if (smooth) {
                blend(steep ? low + 1 : u, steep ? u : low + 1, colour, alpha * part);
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
