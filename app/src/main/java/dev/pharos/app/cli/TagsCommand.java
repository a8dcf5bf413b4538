package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos tags`: the tags of the library; to look at and to change.
@Command(name = "tags")
final class TagsCommand implements Callable<Integer> {

    /// What to do with tags.
    enum Action {
        LIST(0),
        RENAME(2),
        MERGE(2),
        ADD(2),
        REMOVE(2),
        DELETE(1),
        COLOUR(2);

        private final int words;

        Action(int words) {
            this.words = words;
        }
    }

    private static final String NO_COLOUR = "none";

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> rest = List.of();

    TagsCommand(Session session) {
        this.session = session;
    }

    /// @param name whole, with the tags above it
    record Listed(String name, int sources, int total, @Nullable String colour) {}

    record Changed(int changed) {}

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        boolean open = action == Action.MERGE || action == Action.ADD || action == Action.REMOVE;
        boolean fits = open ? rest.size() >= action.words : rest.size() == action.words;
        if (!fits) {
            throw Session.wrongUsage(command, "usage.tags");
        }
        if (action == Action.COLOUR && !rest.getLast().matches(NO_COLOUR + "|#[0-9a-fA-F]{6}")) {
            throw Session.wrongUsage(command, "usage.tagColour", rest.getLast());
        }
        try (var library =
                session.open(action == Action.LIST ? Library.Access.READ : Library.Access.WRITE)) {
            if (action == Action.LIST) {
                var all = library.tags().all();
                show(all, 0);
                if (all.isEmpty() && session.terminal()) {
                    session.tell(text("tags.none"));
                }
            } else {
                told(change(library));
            }
        }
        return ExitCode.DONE;
    }

    private void show(List<Tag> tags, int depth) {
        for (Tag tag : tags) {
            if (session.json()) {
                session.printJson(new Listed(tag.name(), tag.sources(), tag.total(), tag.colour()));
            } else {
                session.print("  ".repeat(depth) + tag.label() + "  " + tag.total());
            }
            show(tag.nested(), depth + 1);
        }
    }

    private Tags.Change change(Library library) throws ProblemException {
        var tags = library.tags();
        String first = rest.getFirst();
        return switch (action) {
            case LIST -> Tags.Change.NONE;
            case RENAME -> tags.rename(first, rest.getLast(), Progress.NONE);
            case MERGE ->
                    tags.merge(rest.subList(0, rest.size() - 1), rest.getLast(), Progress.NONE);
            case ADD -> tags.add(sources(library), List.of(first), Progress.NONE);
            case REMOVE -> tags.remove(sources(library), List.of(first), Progress.NONE);
            case DELETE -> tags.delete(first, Progress.NONE);
            case COLOUR ->
                    tags.colour(first, rest.getLast().equals(NO_COLOUR) ? null : rest.getLast());
        };
    }

    private List<SourceId> sources(Library library) throws ProblemException {
        var ids = new ArrayList<SourceId>();
        for (String id : rest.subList(1, rest.size())) {
            ids.add(ShowCommand.source(library, id).id());
        }
        return ids;
    }

    private void told(Tags.Change change) {
        if (session.json()) {
            session.printJson(new Changed(change.changed()));
        } else if (action != Action.COLOUR) {
            session.print(text("tags.changed", change.changed()));
        }
    }
}
