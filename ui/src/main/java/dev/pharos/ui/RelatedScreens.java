package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.ui.related.RelatedViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.util.Duration;

/// Builds what tells beside a source what has to do with it. For the JavaFX thread.
final class RelatedScreens {
    private static final Duration STILL = Duration.seconds(2);

    private RelatedScreens() {}

    static RelatedViewModel of(Library library, Background background) {
        return new RelatedViewModel(
                library.relations()::related,
                () -> library.meaning().state().complete(),
                background,
                Pause.afterTheLast(STILL));
    }
}
