package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.ui.Texts;

import java.util.List;

/// Throws sources away, takes them back, and forgets them for ever. For the JavaFX thread.
public final class TrashEditing {
    private final Trash trash;
    private final Changing changing;
    private final Texts texts;

    public TrashEditing(Trash trash, Changing changing, Texts texts) {
        this.trash = trash;
        this.changing = changing;
        this.texts = texts;
    }

    /// Puts them into the trash; one way back restores all of them.
    public void put(List<SourceId> sources) {
        changing.begin(progress -> {
            trash.put(sources, progress);
            return new Changing.Done(
                    texts.text("trash.put", sources.size()), back -> trash.restore(sources, back));
        });
    }

    void restore(List<SourceId> sources) {
        changing.begin(progress ->
                new Changing.Done(
                        texts.text("trash.restored", trash.restore(sources, progress)),
                        back -> trash.put(sources, back)));
    }

    /// There is no way back from this: whoever calls it has asked.
    void delete(List<SourceId> sources) {
        changing.begin(
                _ -> new Changing.Done(texts.text("trash.deleted", trash.delete(sources)), null));
    }
}
