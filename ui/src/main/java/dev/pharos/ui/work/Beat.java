package dev.pharos.ui.work;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// Looks again and again at what tells nobody when it changes. For the JavaFX thread.
public final class Beat {

    private Beat() {}

    /// Runs `each` on the JavaFX thread every `length` for as long as `wanted` is true.
    public static void every(Duration length, ObservableValue<Boolean> wanted, Runnable each) {
        var timeline = new Timeline(new KeyFrame(length, _ -> each.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        wanted.subscribe(now -> {
            if (now) {
                timeline.play();
            } else {
                timeline.stop();
            }
        });
    }
}
