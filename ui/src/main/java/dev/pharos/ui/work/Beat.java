package dev.pharos.ui.work;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Looks again and again at what tells nobody when it changes. For the JavaFX thread.
public final class Beat {

    private Beat() {}

    /// Runs `each` on the JavaFX thread every `length` for as long as `wanted` is true.
    ///
    /// @return ends that, as the window does: what still beats is held by JavaFX, with all it knows
    public static Subscription every(
            Duration length, ObservableValue<Boolean> wanted, Runnable each) {
        var timeline = new Timeline(new KeyFrame(length, _ -> each.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        return wanted.subscribe(
                        now -> {
                            if (now) {
                                timeline.play();
                            } else {
                                timeline.stop();
                            }
                        })
                .and(timeline::stop);
    }
}
