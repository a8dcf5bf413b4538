package dev.pharos.ui.model;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Hyperlink;

/// Tells below everything else that models are on their way or failed to come, or that one which
/// has come waits for a word of its owner, and leads to them.
public final class ComingLink extends Hyperlink {
    private final ModelsViewModel models;
    private final EmbeddingViewModel embedding;
    private final Texts texts;

    public ComingLink(
            ModelsViewModel models, EmbeddingViewModel embedding, Runnable show, Texts texts) {
        this.embedding = embedding;
        this.texts = texts;
        setId("coming");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            setVisited(false);
            show.run();
        });
        this.models = models;
        models.comingProperty().subscribe((_, _) -> show());
        models.askingProperty().subscribe((_, _) -> show());
        embedding.stateProperty().subscribe((_, _) -> show());
        show();
    }

    private void show() {
        var coming = models.comingProperty().get();
        var change = embedding.stateProperty().get();
        boolean asks = models.askingProperty().get();
        if (coming != null) {
            setText(words(coming));
        } else if (asks) {
            setText(texts.text("status.modelAsks"));
        } else if (change != null && change.next() != null) {
            setText(texts.text("status.change", change.embedded(), change.total()));
        }
        Nodes.setShown(this, coming != null || asks || change != null && change.next() != null);
    }

    private String words(Coming coming) {
        String failed =
                coming.failed() == 0 ? "" : texts.text("status.modelsFailed", coming.failed());
        if (coming.count() == 0) {
            return failed;
        }
        String comes =
                coming.fraction() < 0
                        ? texts.text("status.models", coming.count())
                        : texts.text("status.modelsProgress", coming.count(), coming.fraction());
        return failed.isEmpty() ? comes : comes + " · " + failed;
    }
}
