package dev.pharos.ui.model;

import dev.pharos.engine.model.Shelved;
import dev.pharos.ui.model.Card.Note;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;

/// Which models are at work, and what it takes to set another one to work. For the JavaFX thread.
///
/// @param speech null where nothing is transcribed
record AtWork(@Nullable SpeechChoice speech, EmbeddingViewModel embedding, Background background) {

    /// Runs `changed` whenever others are.
    void onChange(Runnable changed) {
        embedding.stateProperty().subscribe((_, _) -> changed.run());
        if (speech != null) {
            speech.chosen().subscribe((_, _) -> changed.run());
        }
    }

    boolean has(Shelved model) {
        return speech != null && speech.is(model) || embedding.current(model);
    }

    /// Whether the library is being embedded with it, so that it will be at work.
    boolean comes(Shelved model) {
        return embedding.next(model);
    }

    /// Sets a model to work.
    ///
    /// @return what has to be agreed to before, or null
    Note.@Nullable AskChange use(Shelved model) {
        return switch (model.info().kind()) {
            case SPEECH -> {
                if (speech != null) {
                    speech.use(model, background);
                }
                yield null;
            }
            case EMBEDDING -> embedding.question(model);
            case RERANKING, CHAT, PACK -> null;
        };
    }

    /// A model is here: the first one for speech is set to work, and any that was wanted for that.
    ///
    /// @return what has to be agreed to before, or null
    Note.@Nullable AskChange arrived(Shelved here, boolean wanted) {
        return switch (here.info().kind()) {
            case SPEECH ->
                    wanted || speech != null && speech.chosen().getValue() == null
                            ? use(here)
                            : null;
            case EMBEDDING -> wanted ? embed(here) : null;
            case RERANKING, CHAT, PACK -> null;
        };
    }

    /// With nothing to be embedded anew there is nothing to be asked.
    private Note.@Nullable AskChange embed(Shelved here) {
        var now = embedding.stateProperty().get();
        if (now != null && now.total() == 0) {
            change(here.info().id());
        }
        return now == null || now.total() == 0 ? null : embedding.question(here);
    }

    /// Begins to embed the library with a model.
    void change(String id) {
        embedding.begin(id);
    }
}
