package dev.pharos.engine.library;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Conversations;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.relationship.KeptRelationships.Kept;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteCollections;
import dev.pharos.engine.storage.SqliteConversations;
import dev.pharos.engine.storage.SqliteHighlights;
import dev.pharos.engine.storage.SqliteMadeNotes;
import dev.pharos.engine.storage.SqlitePast;
import dev.pharos.engine.storage.SqliteRelationships;
import dev.pharos.engine.storage.SqliteTags;
import dev.pharos.engine.tag.Tags;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// What the owner of a library has made of its sources beside their files, as exports tell it:
/// decisions on tags, highlights, collections, the colours of tags, conversations; and how notes
/// were made.
final class OwnersMarks {

    /// That of one source.
    ///
    /// @param made how Pharos made it, where it is such a note; null also in exports of earlier
    ///   versions
    record OfSource(
            Map<String, Tags.Mark> tags, List<Highlight> highlights, @Nullable MadeNote made) {}

    /// That of the whole library.
    ///
    /// @param colours of tags, by their names in lower case
    /// @param conversations null in exports of earlier versions
    /// @param relationships those that were decided on; null in exports of earlier versions
    record OfLibrary(
            List<Collected> collections,
            Map<String, String> colours,
            @Nullable List<Talked> conversations,
            @Nullable List<Kept> relationships) {}

    /// A conversation with all that was said in it.
    ///
    /// @param deleted when it was put away, or null
    record Talked(Conversation conversation, List<Turn> turns, @Nullable Instant deleted) {}

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
    private final Conversations conversations;
    private final SqliteMadeNotes made;
    private final SqliteRelationships relationships;
    private final Database database;

    OwnersMarks(Database database) {
        this.database = database;
        made = new SqliteMadeNotes(database);
        relationships = new SqliteRelationships(database);
        conversations = new SqliteConversations(database);
        past = new SqlitePast(database);
        tags = new SqliteTags(database);
        highlights = new SqliteHighlights(database);
        collections = new SqliteCollections(database);
    }

    OfSource of(SourceId source) {
        return new OfSource(
                tags.marks(source), past.highlights(source), made.find(source).orElse(null));
    }

    /// @param which sources are told of: a conversation that cites others stays here
    /// @param whole whether those are all; of a part, a conversation that cites nothing stays here
    OfLibrary ofLibrary(Predicate<SourceId> which, boolean whole) {
        var collected =
                collections.all().stream()
                        .map(kept -> collected(kept.collection(), kept.picked()))
                        .toList();
        var decided =
                relationships.decided().stream()
                        .filter(each ->
                                which.test(each.relationship().from())
                                        && which.test(each.relationship().to()))
                        .toList();
        return new OfLibrary(collected, tags.colours(), talked(which, whole), decided);
    }

    private List<Talked> talked(Predicate<SourceId> which, boolean whole) {
        var all = new ArrayList<Talked>();
        conversations.all().forEach(each -> all.add(talked(each, null)));
        conversations.deleted().forEach(each -> all.add(talked(each.conversation(), each.when())));
        all.removeIf(each -> {
            var cited =
                    each.turns().stream()
                            .flatMap(turn -> turn.answers().stream())
                            .flatMap(answered -> answered.answer().citations().stream())
                            .map(Citation::source)
                            .toList();
            return !whole && cited.isEmpty() || !cited.stream().allMatch(which);
        });
        return all;
    }

    private Talked talked(Conversation conversation, @Nullable Instant deleted) {
        return new Talked(conversation, conversations.turns(conversation.id()), deleted);
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
        if (marks.made() != null && marks.made().note().equals(source)) {
            made.save(marks.made());
        }
        var marked =
                marks.highlights().stream()
                        .map(each -> new SqliteHighlights.Marked(each, document))
                        .toList();
        return highlights.change(marked, List.of()).added();
    }

    /// Takes back what is not here yet.
    void takeBack(OfLibrary marks) {
        if (marks.conversations() != null) {
            takeBack(marks.conversations());
        }
        if (marks.relationships() != null) {
            var here = relationships.decided().stream().map(Kept::relationship).toList();
            relationships.save(
                    marks.relationships().stream()
                            .filter(each -> here.stream().noneMatch(each.relationship()::same))
                            .filter(each ->
                                    !each.relationship().from().equals(each.relationship().to()))
                            .toList());
        }
        collections.change(all -> {
            var after = new ArrayList<>(all);
            var known = all.stream().map(each -> each.collection().id()).toList();
            for (Collected each : marks.collections()) {
                if (!known.contains(each.id())) {
                    int last = after.isEmpty() ? 0 : after.getLast().position() + 1;
                    after.add(new Collections.Kept(collection(each), last, each.picked()));
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

    private void takeBack(List<Talked> talked) {
        var here = new HashSet<Conversation.Id>();
        conversations.all().forEach(each -> here.add(each.id()));
        conversations.deleted().forEach(each -> here.add(each.conversation().id()));
        for (Talked each : talked) {
            var conversation = each.conversation();
            if (here.add(conversation.id())) {
                database.write(_ -> {
                    conversations.save(conversation);
                    each.turns().forEach(turn -> conversations.save(conversation, turn));
                    if (each.deleted() != null) {
                        conversations.delete(conversation.id(), each.deleted());
                    }
                    return each;
                });
            }
        }
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
