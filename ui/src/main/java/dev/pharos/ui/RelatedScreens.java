package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.related.RelatedBox;
import dev.pharos.ui.related.RelatedViewModel;
import dev.pharos.ui.relationship.RelationshipText;
import dev.pharos.ui.relationship.RelationshipsBox;
import dev.pharos.ui.relationship.RelationshipsViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// What tells beside a source what has to do with it: typed relationships, and below them what is
/// near it for other reasons. For the JavaFX thread.
record RelatedScreens(RelatedViewModel related, RelationshipsViewModel relationships) {
    private static final Duration STILL = Duration.seconds(2);

    static RelatedScreens of(Library library, Background background, Toasts toasts, Texts texts) {
        var words = new RelationshipText(texts);
        var related =
                new RelatedViewModel(
                        library.relations()::related,
                        () -> library.meaning().state().complete(),
                        background,
                        Pause.afterTheLast(STILL));
        var relationships =
                new RelationshipsViewModel(
                        library.relationships(),
                        library.sources(),
                        background,
                        (decision, other, back) ->
                                toasts.tell(words.decided(decision, Toasts.name(other)), back),
                        why -> toasts.show(new ProblemText(texts).of(why), null, null));
        relationships.shownProperty().bind(related.shownProperty());
        return new RelatedScreens(related, relationships);
    }

    void setShown(boolean shown) {
        related.shownProperty().set(shown);
    }

    void open(SourceId source) {
        related.open(source);
        relationships.open(source);
    }

    /// The library has changed.
    void changed() {
        related.changed();
        relationships.changed();
    }

    /// @param link writes a link to a source into what is open; null where nothing is written there
    Node box(Opening opening, @Nullable Consumer<Source> link, Texts texts) {
        var typed = new RelationshipsBox(relationships, opening, link, texts);
        var near = new Label(texts.text("relation.near"));
        near.getStyleClass().add("section-title");
        near.visibleProperty().bind(typed.visibleProperty());
        near.managedProperty().bind(typed.visibleProperty());
        var box = new VBox(typed, near, new RelatedBox(related, opening, texts));
        box.getStyleClass().add("relations-room");
        return box;
    }
}
