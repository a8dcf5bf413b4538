package dev.pharos.engine.library;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.collection.Collections.Kept;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteCollections;
import dev.pharos.engine.storage.SqliteHighlights;
import dev.pharos.engine.storage.SqlitePast;
import dev.pharos.engine.storage.SqliteTags;
import dev.pharos.engine.tag.Tags;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the owner of a library has made of its sources beside their files, as exports tell it:
/// decisions on tags, highlights, collections, the colours of tags.
final class OwnersMarks {

    /// That of one source.
    record OfSource(Map<String, Tags.Mark> tags, List<Highlight> highlights) {}

    /// That of the whole library.
    ///
    /// @param colours of tags, by their names in lower case
    record OfLibrary(List<Collected> collections, Map<String, String> colours) {}

    /// A collection.
    ///
    /// @param query null where it was picked by hand
    record Collected(
            UUID id,
            String name,
            @Nullable String query,
            @Nullable String icon,
            @Nullable String colour,
            List<SourceId> picked) {}

    private final SqliteTags tags;
    private final SqliteHighlights highlights;
    private final SqliteCollections collections;
    private final SqlitePast past;

    OwnersMarks(Database database) {
        past = new SqlitePast(database);
        tags = new SqliteTags(database);
        highlights = new SqliteHighlights(database);
        collections = new SqliteCollections(database);
    }

    OfSource of(SourceId source) {
        return new OfSource(tags.marks(source), past.highlights(source));
    }

    OfLibrary ofLibrary() {
        var collected =
                collections.all().stream()
                        .map(kept -> collected(kept.collection(), kept.picked()))
                        .toList();
        return new OfLibrary(collected, tags.colours());
    }

    private static Collected collected(SavedCollection each, List<SourceId> picked) {
        return new Collected(
                each.id(),
                each.name(),
                each.content() instanceof Content.Search(var query) ? query : null,
                each.icon(),
                each.colour(),
                picked);
    }

    /// Takes back what was made of a source that was just saved.
    ///
    /// @return passages that are to be indexed
    List<Passage> takeBack(SourceId source, Document document, OfSource marks) {
        tags.takeBack(source, marks.tags());
        var marked =
                marks.highlights().stream()
                        .map(each -> new SqliteHighlights.Marked(each, document))
                        .toList();
        return highlights.change(marked, List.of()).added();
    }

    /// Takes back what is not here yet.
    void takeBack(OfLibrary marks) {
        collections.change(all -> {
            var after = new ArrayList<>(all);
            var known = all.stream().map(each -> each.collection().id()).toList();
            for (Collected each : marks.collections()) {
                if (!known.contains(each.id())) {
                    int last = after.isEmpty() ? 0 : after.getLast().position() + 1;
                    after.add(new Kept(collection(each), last, each.picked()));
                }
            }
            return after;
        });
        tags.change(
                List.of(),
                marks.colours().entrySet().stream()
                        .map(each -> new Tags.Change.Coloured(each.getKey(), null, each.getValue()))
                        .toList());
    }

    private static SavedCollection collection(Collected collected) {
        return new SavedCollection(
                collected.id(),
                collected.name(),
                collected.query() == null
                        ? new Content.Picked()
                        : new Content.Search(collected.query()),
                collected.icon(),
                collected.colour());
    }
}
