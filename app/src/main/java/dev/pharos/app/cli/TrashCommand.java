package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos trash`: what was thrown away; to look at, to add to, to take back and to empty.
@Command(name = "trash")
final class TrashCommand implements Callable<Integer> {

    /// What to do.
    enum Action {
        LIST,
        PUT,
        RESTORE,
        EMPTY
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
    List<String> ids = List.of();

    @Option(names = "--yes")
    boolean yes;

    TrashCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        boolean named = action == Action.PUT || action == Action.RESTORE;
        if (ids.isEmpty() == named) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.trash");
        }
        if (action == Action.LIST) {
            try (var library = session.open(Library.Access.READ)) {
                list(library.trash());
            }
            return ExitCode.DONE;
        }
        try (var library = session.open(Library.Access.WRITE)) {
            return change(library);
        }
    }

    private void list(Trash trash) {
        for (var each : trash.all()) {
            if (session.json()) {
                session.printJson(NoteOutput.Trashed.of(each));
            } else {
                var source = each.source();
                session.print(
                        "%s  %-12s  %s"
                                .formatted(
                                        source.id().toString().substring(0, ListCommand.SHORT_ID),
                                        source.kind().id(),
                                        source.title()));
            }
        }
    }

    private int change(Library library) throws ProblemException {
        var trash = library.trash();
        switch (action) {
            case PUT -> {
                var sources = new ArrayList<SourceId>();
                for (String id : ids) {
                    sources.add(ShowCommand.source(library, id).id());
                }
                trash.put(sources);
                told("trash.put", sources.size());
            }
            case RESTORE -> told("trash.restored", trash.restore(inTrash(trash)));
            default -> {
                var all = trash.all().stream().map(each -> each.source().id()).toList();
                if (!yes && !all.isEmpty()) {
                    session.tell(text("trash.sure", all.size()));
                    return ExitCode.PROBLEM;
                }
                told("trash.emptied", trash.delete(all));
            }
        }
        return ExitCode.DONE;
    }

    private List<SourceId> inTrash(Trash trash) throws ProblemException {
        var all = trash.all().stream().map(each -> each.source().id()).toList();
        var found = new ArrayList<SourceId>();
        for (String id : ids) {
            String prefix = id.toLowerCase(Locale.ROOT);
            var fitting = all.stream().filter(each -> each.toString().startsWith(prefix)).toList();
            if (fitting.size() != 1) {
                throw new ProblemException(new Problem.NoSuchSource(id));
            }
            found.add(fitting.getFirst());
        }
        return found;
    }

    private void told(String key, int sources) {
        if (session.json()) {
            session.printJson(new NoteOutput.Count(sources));
        } else {
            session.print(text(key, sources));
        }
    }
}
