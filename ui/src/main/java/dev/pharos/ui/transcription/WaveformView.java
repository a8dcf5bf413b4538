package dev.pharos.ui.transcription;

import dev.pharos.ui.control.Clock;
import dev.pharos.ui.transcription.TranscriptViewModel.Picture;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import java.util.function.LongConsumer;

/// The whole sound at a glance, as bars as wide as there is room: what was heard is coloured,
/// markers stand above. A click or a drag leads to that moment. Colours come from the style sheet
/// through `heard`, `unheard`, `loop`, `marker` and `cursor`.
final class WaveformView extends Region {
    private static final double BAR = 2;
    private static final double STEP = 3;
    private static final double LOWEST = 2;
    private static final double MARKER = 4;
    private static final double LABEL = 11;

    private final Canvas canvas = new Canvas();
    private final Rectangle heard = ink("heard");
    private final Rectangle unheard = ink("unheard");
    private final Rectangle loopInk = ink("loop");
    private final Rectangle marker = ink("marker");
    private final Rectangle cursor = ink("cursor");
    private Picture picture = Picture.NONE;
    private double[] bars = {};
    private long position;
    private Playback.Loop loop = new Playback.Loop(0, 0);
    private double pointer = -1;
    private LongConsumer seek = _ -> {};

    WaveformView() {
        getStyleClass().add("waveform");
        setAccessibleRole(AccessibleRole.SLIDER);
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
        bars = new double[0];
        draw();
    }

    void setPosition(long ms) {
        boolean moved = x(ms) / STEP != x(position) / STEP;
        position = ms;
        if (moved) {
            setAccessibleText(Clock.of(ms));
            draw();
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
            seek.accept((long) (part * picture.durationMs()));
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
        return picture.durationMs() <= 0
                ? 0
                : Math.floor(ms * getWidth() / picture.durationMs() / STEP) * STEP;
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
        drawPointer(out, width, height);
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
        String time = Clock.of((long) (pointer / width * picture.durationMs()));
        boolean leftOf = pointer > width - 60;
        out.setFont(Font.font(LABEL));
        out.setTextBaseline(VPos.TOP);
        out.setTextAlign(leftOf ? TextAlignment.RIGHT : TextAlignment.LEFT);
        out.setFill(cursor.getFill() instanceof Color color ? color : Color.GRAY);
        out.fillText(time, pointer + (leftOf ? -5 : 5), 0);
    }

    private double[] bars(int count) {
        var tall = new double[Math.max(1, count)];
        var waveform = picture.waveform();
        if (waveform == null || waveform.peaks().length == 0) {
            return tall;
        }
        int peaks = waveform.peaks().length;
        double loudest = 0;
        for (int i = 0; i < peaks; i++) {
            int bar = Math.min(tall.length - 1, (int) ((long) i * tall.length / peaks));
            tall[bar] = Math.max(tall[bar], waveform.at(i));
            loudest = Math.max(loudest, tall[bar]);
        }
        for (int i = 0; i < tall.length && loudest > 0; i++) {
            tall[i] = Math.sqrt(tall[i] / loudest);
        }
        return tall;
    }
}
