package dev.pharos.ui.beside;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// The picture in the tray: a lighthouse, and a red light while a microphone is heard.
final class TrayPicture {
    private static final int SIZE = 64;
    private static final Color SEA = new Color(0x0969DA);
    private static final Color LIGHT = new Color(0xFFF8C5);
    private static final Color RED = new Color(0xE5342B);

    private TrayPicture() {}

    static BufferedImage of(boolean recording) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var to = image.createGraphics();
        try {
            to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            to.setColor(SEA);
            to.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 18, 18));
            to.setColor(LIGHT);
            to.fill(shape(24, 18, 6, 10, 6, 26));
            to.fill(shape(40, 18, 58, 10, 58, 26));
            to.setColor(Color.WHITE);
            to.fill(new RoundRectangle2D.Double(26, 11, 12, 12, 4, 4));
            to.fill(shape(26, 26, 38, 26, 42, 54, 22, 54));
            if (recording) {
                to.setColor(Color.WHITE);
                to.fill(new Ellipse2D.Double(32, 32, 32, 32));
                to.setColor(RED);
                to.fill(new Ellipse2D.Double(35, 35, 26, 26));
            }
        } finally {
            to.dispose();
        }
        return image;
    }

    private static Path2D shape(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
