package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Placed;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Draws a graph: lines and signs as pixels, over them the titles of the most connected nodes, as
/// many as have room. What is lit stands out, and the rest fades. For the JavaFX thread.
final class Picture {
    private static final double FADED = 0.2;
    private static final double LINK = 0.65;
    private static final double SIMILAR = 0.5;
    private static final double DECIDED = 0.85;
    private static final double TAG = 0.3;

    /// With more edges each is fainter.
    private static final double MANY_EDGES = 2_500;

    private static final double FAINTEST = 0.3;

    /// So many are too faint for their steps to be seen.
    private static final int COARSE = 8_000;

    /// On a screen with so many pixels to one of the window a line has two.
    private static final double SHARP = 1.4;

    private static final double SMALL = 3.2;
    private static final double LARGE = 15;
    private static final int LABELS = 70;
    private static final int TRIED = 400;

    /// What is to be drawn.
    ///
    /// @param lit which nodes stand out, or null for all
    /// @param litEdges which edges do
    /// @param chosen or -1
    /// @param hovered or -1
    record View(
            Shown shown,
            Placed placed,
            Camera camera,
            boolean @Nullable [] lit,
            boolean @Nullable [] litEdges,
            int chosen,
            int hovered) {}

    private final Inks inks;
    private final ImageView image = new ImageView();
    private final Canvas over = new Canvas();
    private final Labels labels = new Labels();
    private int[] pixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int pixelWidth;
    private int pixelHeight;
    private Shown ordered = Shown.NOTHING;
    private int[] order = {};

    Picture(Inks inks) {
        this.inks = inks;
        image.setManaged(false);
        over.setManaged(false);
    }

    List<Node> nodes() {
        return List.of(image, over);
    }

    /// @param density pixels of the screen to a pixel of the window
    void draw(View view, double width, double height, double density) {
        int wide = (int) Math.ceil(width * density);
        int high = (int) Math.ceil(height * density);
        if (wide < 8 || high < 8) {
            return;
        }
        size(wide, high, width, height);
        var raster = new Raster(pixels, pixelWidth, pixelHeight);
        raster.clear(Inks.rgb(inks.ground()));
        if (view.placed().count() == view.shown().nodes().length) {
            drawEdges(raster, view, density);
            drawNodes(raster, view, density);
        }
        if (buffer != null) {
            buffer.updateBuffer(_ -> null);
        }
        drawOver(view);
    }

    private void size(int wide, int high, double width, double height) {
        if (wide != pixelWidth || high != pixelHeight) {
            pixelWidth = wide;
            pixelHeight = high;
            pixels = new int[wide * high];
            buffer =
                    new PixelBuffer<>(
                            wide,
                            high,
                            IntBuffer.wrap(pixels),
                            PixelFormat.getIntArgbPreInstance());
            image.setImage(new WritableImage(buffer));
        }
        image.setFitWidth(width);
        image.setFitHeight(height);
        over.setWidth(width);
        over.setHeight(height);
    }

    private void drawEdges(Raster raster, View view, double density) {
        var shown = view.shown();
        var edges = shown.graph().edges();
        int count = 0;
        for (boolean each : shown.edges()) {
            count += each ? 1 : 0;
        }
        double faint = Math.clamp(MANY_EDGES / Math.max(1, count), FAINTEST, 1);
        boolean smooth = count < COARSE;
        for (int i = 0; i < edges.size(); i++) {
            if (shown.edges()[i]) {
                var edge = edges.get(i);
                boolean lit = view.litEdges() != null && view.litEdges()[i];
                double fading = lit ? 1 : faint * (view.lit() == null ? 1 : FADED);
                double x0 = x(view, edge.from()) * density;
                double y0 = y(view, edge.from()) * density;
                double x1 = x(view, edge.to()) * density;
                double y1 = y(view, edge.to()) * density;
                int ink = Inks.rgb(ink(edge.kind()));
                double alpha = lit ? 1 : alpha(edge.kind()) * fading;
                raster.line(x0, y0, x1, y1, ink, alpha, smooth || lit);
                if (lit || edge.kind().decided() || density > SHARP) {
                    boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
                    double right = steep ? 1 : 0;
                    double down = steep ? 0 : 1;
                    raster.line(
                            x0 + right,
                            y0 + down,
                            x1 + right,
                            y1 + down,
                            ink,
                            alpha,
                            smooth || lit);
                }
            }
        }
    }

    private Color ink(Graph.Kind kind) {
        return kind.decided()
                ? inks.decided()
                : kind == Graph.Kind.SIMILAR ? inks.similar() : inks.link();
    }

    private static double alpha(Graph.Kind kind) {
        return switch (kind) {
            case LINK -> LINK;
            case SIMILAR -> SIMILAR;
            case TAG -> TAG;
            case CONTINUES, RESEMBLES, SUPPORTS, CONTRADICTS, MENTIONS -> DECIDED;
        };
    }

    private void drawNodes(Raster raster, View view, double density) {
        var shown = view.shown();
        for (boolean litOnes : new boolean[] {false, true}) {
            for (int i = 0; i < shown.nodes().length; i++) {
                boolean lit = view.lit() == null || view.lit()[i];
                if (shown.nodes()[i] && lit == litOnes) {
                    var family = Family.of(shown.node(i));
                    raster.sign(
                            sign(family),
                            x(view, i) * density,
                            y(view, i) * density,
                            radius(view, i) * density,
                            Inks.rgb(inks.of(family)),
                            lit ? 1 : FADED * 2);
                }
            }
        }
    }

    static Raster.Sign sign(Family family) {
        return switch (family) {
            case NOTE -> Raster.Sign.DISC;
            case RECORDING -> Raster.Sign.DIAMOND;
            case DOCUMENT -> Raster.Sign.SQUARE;
            case WEB -> Raster.Sign.RING;
            case TAG -> Raster.Sign.TRIANGLE;
        };
    }

    static double radius(View view, int node) {
        double size = SMALL + 1.1 * Math.sqrt(view.shown().degrees()[node]);
        return Math.clamp(size * Math.sqrt(view.camera().scale()) * 1.1, 2, LARGE);
    }

    private double x(View view, int node) {
        return view.camera().toViewX(view.placed().x()[node], over.getWidth());
    }

    private double y(View view, int node) {
        return view.camera().toViewY(view.placed().y()[node], over.getHeight());
    }

    private void drawOver(View view) {
        var to = over.getGraphicsContext2D();
        to.clearRect(0, 0, over.getWidth(), over.getHeight());
        if (view.placed().count() != view.shown().nodes().length) {
            return;
        }
        labels.begin(inks.words(), inks.ground());
        ring(to, view, view.chosen());
        label(to, view, view.chosen(), true);
        label(to, view, view.hovered(), true);
        order(view.shown());
        int written = 0;
        int tried = 0;
        for (int i = 0; i < order.length && written < LABELS && tried < TRIED; i++) {
            int node = order[i];
            if (node != view.chosen() && node != view.hovered() && inView(view, node)) {
                boolean lit = view.lit() == null || view.lit()[node];
                tried += lit ? 1 : 0;
                written += lit && label(to, view, node, false) ? 1 : 0;
            }
        }
    }

    private boolean inView(View view, int node) {
        double x = x(view, node);
        double y = y(view, node);
        return x > 0 && y > 0 && x < over.getWidth() && y < over.getHeight();
    }

    private void order(Shown shown) {
        if (ordered != shown) {
            ordered = shown;
            order =
                    IntStream.range(0, shown.nodes().length)
                            .filter(i -> shown.nodes()[i])
                            .boxed()
                            .sorted(Comparator.comparingInt(i -> -shown.degrees()[i]))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
    }

    private void ring(GraphicsContext to, View view, int node) {
        if (node >= 0) {
            double radius = radius(view, node) + 5;
            to.setStroke(inks.lit());
            to.setLineWidth(2);
            to.strokeOval(x(view, node) - radius, y(view, node) - radius, 2 * radius, 2 * radius);
        }
    }

    private boolean label(GraphicsContext to, View view, int node, boolean always) {
        return node >= 0
                && labels.write(
                        to,
                        view.shown().node(node).title(),
                        x(view, node),
                        y(view, node),
                        radius(view, node) + 3,
                        always);
    }
}
