package dev.pharos.ui.transcription;

import dev.pharos.engine.recording.Waveform;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.transcription.TranscriptViewModel.Picture;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.LongConsumer;

/// The sound at a glance, as bars as wide as there is room: what was heard is coloured, markers
/// stand above. A click or a drag leads to that moment. The wheel leads nearer; the part in view
/// then follows what is heard, and a line below tells which part it is. Colours come from the style
/// sheet through `heard`, `unheard`, `loop`, `marker` and `cursor`.
final class WaveformView extends Region {
    private static final double BAR = 2;
    private static final double STEP = 3;
    private static final double LOWEST = 2;
    private static final double MARKER = 4;
    private static final double LABEL = 11;
    private static final double TRACK = 3;

    /// By one pixel of the wheel, and by one key.
    private static final double WHEEL = 1.005;

    private static final double NEARER = 2;

    /// Who moves further at once has jumped there.
    private static final long JUMP_MS = 1_000;

    /// What a screen reader moves by.
    private static final long SPOKEN_STEP_MS = 5_000;

    private final Canvas canvas = new Canvas();
    private final Rectangle heard = ink("heard");
    private final Rectangle unheard = ink("unheard");
    private final Rectangle loopInk = ink("loop");
    private final Rectangle marker = ink("marker");
    private final Rectangle cursor = ink("cursor");
    private Picture picture = Picture.NONE;
    private double[] bars = {};
    private double loudest;
    private final ReadOnlyObjectWrapper<Stretch> view =
            new ReadOnlyObjectWrapper<>(Stretch.whole(0));
    private long position;
    private Playback.Loop loop = new Playback.Loop(0, 0);
    private double pointer = -1;
    private LongConsumer seek = _ -> {};

    WaveformView(String name) {
        getStyleClass().add("waveform");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        setFocusTraversable(true);
        getChildren().addAll(canvas, heard, unheard, loopInk, marker, cursor);
        setOnMousePressed(event -> {
            requestFocus();
            point(event);
        });
        setOnMouseDragged(this::point);
        setOnMouseMoved(event -> hover(event.getX()));
        setOnMouseExited(_ -> hover(-1));
        setOnKeyPressed(this::pressed);
        setOnScroll(this::scrolled);
        view.subscribe((_, _) -> {
            bars = new double[0];
            draw();
        });
        focusedProperty().subscribe(this::draw);
    }

    /// A colour of the style sheet.
    private Rectangle ink(String style) {
        var ink = new Rectangle();
        ink.getStyleClass().add(style);
        ink.setManaged(false);
        ink.setVisible(false);
        ink.fillProperty().subscribe((_, _) -> draw());
        return ink;
    }

    void setOnSeek(LongConsumer moves) {
        seek = moves;
    }

    void show(Picture sound) {
        picture = sound;
        loudest = 0;
        for (int i = 0; i < peaks(); i++) {
            loudest = Math.max(loudest, waveform().at(i));
        }
        bars = new double[0];
        view.set(Stretch.whole(sound.durationMs()));
        draw();
    }

    /// The part in view.
    ReadOnlyObjectProperty<Stretch> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Leads nearer to what is heard, or further away.
    void zoom(boolean nearer) {
        var shown = view.get().showing(position);
        view.set(shown.zoomed(nearer ? NEARER : 1 / NEARER, position));
    }

    void showWhole() {
        view.set(Stretch.whole(picture.durationMs()));
    }

    private void scrolled(ScrollEvent event) {
        var now = view.get();
        boolean sideways = event.isShiftDown() || event.getDeltaX() != 0;
        view.set(
                sideways
                        ? now.moved(
                                -(event.getDeltaX() + event.getDeltaY())
                                        / getWidth()
                                        * now.lengthMs())
                        : now.zoomed(
                                Math.pow(WHEEL, event.getDeltaY()),
                                now.at(event.getX() / getWidth())));
        event.consume();
    }

    void setPosition(long ms) {
        boolean moved = x(ms) != x(position);
        boolean follows = view.get().contains(position) || Math.abs(ms - position) > JUMP_MS;
        position = ms;
        if (follows) {
            view.set(view.get().showing(ms));
        }
        if (moved) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            draw();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) picture.durationMs();
            case VALUE -> (double) position;
            case VALUE_STRING -> Clock.of(position);
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case SET_VALUE -> seek.accept(((Number) parameters[0]).longValue());
            case INCREMENT -> seek.accept(position + SPOKEN_STEP_MS);
            case DECREMENT -> seek.accept(position - SPOKEN_STEP_MS);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    void setLoop(Playback.Loop around) {
        loop = around;
        draw();
    }

    private void hover(double x) {
        pointer = x;
        draw();
    }

    private void point(MouseEvent event) {
        if (picture.durationMs() > 0) {
            double part = Math.clamp(event.getX() / getWidth(), 0, 1);
            seek.accept((long) view.get().at(part));
        }
        hover(event.getX());
        event.consume();
    }

    private void pressed(KeyEvent event) {
        long end = picture.durationMs();
        if (event.getCode() == KeyCode.HOME) {
            seek.accept(0);
        } else if (event.getCode() == KeyCode.END) {
            seek.accept(end);
        } else {
            return;
        }
        event.consume();
    }

    private double x(long ms) {
        return Math.floor(view.get().part(ms) * getWidth() / STEP) * STEP;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            bars = new double[0];
        }
        draw();
    }

    private void draw() {
        var out = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        out.clearRect(0, 0, width, height);
        if (width <= 0 || picture.durationMs() <= 0) {
            return;
        }
        if (bars.length == 0) {
            bars = bars((int) (width / STEP));
        }
        if (loop.endMs() > loop.startMs()) {
            out.setFill(loopInk.getFill());
            double from = x(loop.startMs());
            out.fillRoundRect(from, 0, Math.max(STEP, x(loop.endMs()) - from), height, 6, 6);
        }
        drawBars(out, height);
        drawMarkers(out);
        drawPart(out, width, height);
        drawPointer(out, width, height);
    }

    private void drawPart(GraphicsContext out, double width, double height) {
        var now = view.get();
        if (!now.isWhole()) {
            out.setFill(loopInk.getFill());
            out.fillRoundRect(0, height - TRACK, width, TRACK, TRACK, TRACK);
            out.setFill(marker.getFill());
            double from = now.startMs() / now.wholeMs() * width;
            double wide = Math.max(2 * TRACK, now.lengthMs() / now.wholeMs() * width);
            out.fillRoundRect(
                    Math.min(from, width - wide), height - TRACK, wide, TRACK, TRACK, TRACK);
        }
    }

    private void drawBars(GraphicsContext out, double height) {
        double room = height - 2 * (MARKER + 2);
        double played = x(position);
        for (int i = 0; i < bars.length; i++) {
            double tall = Math.max(LOWEST, bars[i] * room);
            out.setFill(i * STEP < played ? heard.getFill() : unheard.getFill());
            out.fillRoundRect(i * STEP, (height - tall) / 2, BAR, tall, BAR, BAR);
        }
        if (position > 0 || isFocused()) {
            out.setFill(cursor.getFill());
            out.fillRoundRect(played - 1, 2, BAR, height - 4, BAR, BAR);
        }
    }

    private void drawMarkers(GraphicsContext out) {
        out.setFill(marker.getFill());
        for (long ms : picture.markersMs()) {
            double x = x(ms) + BAR / 2;
            out.fillPolygon(
                    new double[] {x - MARKER, x + MARKER, x}, new double[] {0, 0, MARKER * 1.6}, 3);
        }
    }

    private void drawPointer(GraphicsContext out, double width, double height) {
        if (pointer < 0 || pointer > width) {
            return;
        }
        out.setFill(marker.getFill());
        out.fillRect(pointer, 0, 1, height);
        String time = Clock.of((long) view.get().at(pointer / width));
        boolean leftOf = pointer > width - 60;
        out.setFont(Font.font(LABEL));
        out.setTextBaseline(VPos.TOP);
        out.setTextAlign(leftOf ? TextAlignment.RIGHT : TextAlignment.LEFT);
        out.setFill(cursor.getFill() instanceof Color color ? color : Color.GRAY);
        out.fillText(time, pointer + (leftOf ? -5 : 5), 0);
    }

    private double[] bars(int count) {
        var tall = new double[Math.max(1, count)];
        for (int bar = 0; bar < tall.length && loudest > 0; bar++) {
            int from = peak((double) bar / tall.length);
            int to = Math.max(from + 1, peak((bar + 1.0) / tall.length));
            for (int i = from; i < Math.min(to, peaks()); i++) {
                tall[bar] = Math.max(tall[bar], waveform().at(i));
            }
            tall[bar] = Math.sqrt(tall[bar] / loudest);
        }
        return tall;
    }

    private int peaks() {
        return picture.waveform() == null ? 0 : picture.waveform().peaks().length;
    }

    private Waveform waveform() {
        return Objects.requireNonNull(picture.waveform());
    }

    /// The peak at a part of what is in view.
    private int peak(double part) {
        return (int) (view.get().at(part) * peaks() / picture.durationMs());
    }
}
