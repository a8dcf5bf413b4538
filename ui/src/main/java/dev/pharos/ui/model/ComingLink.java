package dev.pharos.ui.model;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Hyperlink;

/// Tells below everything else that a model which has come waits for a word of its owner, and leads
/// to it.
public final class ComingLink extends Hyperlink {

    public ComingLink(ModelsViewModel models, Runnable show, Texts texts) {
        super(texts.text("status.modelAsks"));
        setId("coming");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            setVisited(false);
            show.run();
        });
        models.askingProperty().subscribe(asks -> Nodes.setShown(this, asks));
    }
}
