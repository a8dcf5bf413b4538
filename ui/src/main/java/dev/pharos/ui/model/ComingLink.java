package dev.pharos.ui.model;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Hyperlink;

import org.jspecify.annotations.Nullable;

/// Tells below everything else that models are on their way, and leads to them.
public final class ComingLink extends Hyperlink {
    private final Texts texts;

    public ComingLink(ModelsViewModel models, Runnable show, Texts texts) {
        this.texts = texts;
        setId("coming");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            setVisited(false);
            show.run();
        });
        models.comingProperty().subscribe(this::show);
    }

    private void show(@Nullable Coming coming) {
        Nodes.setShown(this, coming != null);
        if (coming != null) {
            setText(
                    coming.fraction() < 0
                            ? texts.text("status.models", coming.count())
                            : texts.text(
                                    "status.modelsProgress", coming.count(), coming.fraction()));
        }
    }
}
