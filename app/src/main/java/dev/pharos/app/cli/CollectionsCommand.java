package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.collection.CollectionNames;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos collections`: saved searches and sources picked by hand, by their names.
@Command(name = "collections")
final class CollectionsCommand implements Callable<Integer> {

    /// What to do with collections.
    enum Action {
        LIST,
        SHOW,
        SAVE,
        PICK,
        ADD,
        TAKE,
        REMOVE;

        private boolean changes() {
            return this != LIST && this != SHOW;
        }

        private boolean fits(int words) {
            return switch (this) {
                case LIST -> words == 0;
                case SHOW, PICK, REMOVE -> words == 1;
                case SAVE, ADD, TAKE -> words > 1;
            };
        }
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> rest = List.of();

    CollectionsCommand(Session session) {
        this.session = session;
    }

    /// @param query null where it was picked by hand
    record Listed(String id, String name, @Nullable String query, int sources) {}

    @Override
    public Integer call() throws ProblemException {
        if (!action.fits(rest.size()) || !rest.isEmpty() && rest.getFirst().isBlank()) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.collections");
        }
        try (var library =
                session.open(action.changes() ? Library.Access.WRITE : Library.Access.READ)) {
            var collections = library.collections();
            switch (action) {
                case LIST -> list(collections);
                case SHOW -> show(library, named(collections));
                case SAVE ->
                        save(
                                collections,
                                new Content.Search(String.join(" ", rest.subList(1, rest.size()))));
                case PICK -> save(collections, new Content.Picked());
                case ADD, TAKE -> pick(library, named(collections));
                case REMOVE -> collections.remove(named(collections).id());
            }
        }
        return ExitCode.DONE;
    }

    /// One that cannot be read hides no other.
    private void list(Collections collections) {
        var all = collections.all();
        for (SavedCollection each : all) {
            try {
                line(collections, each);
            } catch (ProblemException e) {
                session.tell(each.name() + ": " + ProblemText.of(e.problem()));
            }
        }
        if (all.isEmpty() && session.terminal()) {
            session.tell(text("collections.none"));
        }
    }

    private void line(Collections collections, SavedCollection each) throws ProblemException {
        var query = each.content() instanceof Content.Search(var typed) ? typed : null;
        int count = collections.count(each.id());
        if (session.json()) {
            session.printJson(new Listed(each.id().toString(), each.name(), query, count));
        } else {
            session.print(
                    query == null
                            ? each.name() + "  " + count
                            : each.name() + "  " + count + "  " + query);
        }
    }

    private void show(Library library, SavedCollection collection) throws ProblemException {
        for (var id : library.collections().sources(collection.id())) {
            library.sources()
                    .find(id)
                    .ifPresent(source -> {
                        if (session.json()) {
                            session.printJson(SourceOutput.Listed.of(source));
                        } else {
                            session.print(ListCommand.line(source));
                        }
                    });
        }
    }

    /// Under a name that is there, the collection is changed.
    private void save(Collections collections, Content content) throws ProblemException {
        var saved =
                collections.all().stream()
                        .filter(each -> CollectionNames.is(each, rest.getFirst()))
                        .findFirst()
                        .map(each ->
                                new SavedCollection(
                                        each.id(),
                                        each.name(),
                                        content,
                                        each.icon(),
                                        each.colour()))
                        .orElseGet(() -> SavedCollection.of(rest.getFirst().strip(), content));
        collections.save(saved);
        line(collections, saved);
    }

    private void pick(Library library, SavedCollection collection) throws ProblemException {
        if (collection.content() instanceof Content.Search) {
            throw Session.wrongUsage(
                    Objects.requireNonNull(spec), "usage.collectionSearch", collection.name());
        }
        var ids = new ArrayList<SourceId>();
        for (String id : rest.subList(1, rest.size())) {
            ids.add(ShowCommand.source(library, id).id());
        }
        if (action == Action.ADD) {
            library.collections().add(collection.id(), ids);
        } else {
            library.collections().take(collection.id(), ids);
        }
        line(library.collections(), collection);
    }

    private SavedCollection named(Collections collections) throws ProblemException {
        return CollectionNames.find(collections.all(), rest.getFirst()).getFirst();
    }
}
