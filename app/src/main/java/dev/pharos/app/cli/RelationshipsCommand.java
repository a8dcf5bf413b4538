package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.relationship.Relationship.State;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos relationships`: how sources have to do with each other; to look at and to decide on.
@Command(name = "relationships")
final class RelationshipsCommand implements Callable<Integer> {
    private static final List<String> DECISIONS = List.of("accept", "dismiss", "reopen");

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> words = List.of();

    @Option(names = "--find")
    boolean find;

    RelationshipsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        boolean decides = !words.isEmpty() && DECISIONS.contains(words.getFirst());
        boolean fits =
                decides
                        ? !find && (words.size() == 3 || words.size() == 4 && type(words.getLast()))
                        : words.size() == 1 || words.isEmpty() && !find;
        if (!fits) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.relationships");
        }
        try (var library =
                session.open(decides || find ? Library.Access.WRITE : Library.Access.READ)) {
            return decides ? decide(library) : show(library);
        }
    }

    private int show(Library library) throws ProblemException {
        List<Relationship> all;
        if (words.isEmpty()) {
            all = library.relationships().all();
        } else {
            var source = ShowCommand.source(library, words.getFirst()).id();
            all = find ? found(library, source) : library.relationships().of(source);
        }
        all.stream()
                .filter(each -> session.json() || each.state() != State.DISMISSED)
                .forEach(each -> print(library, each));
        if (all.isEmpty() && session.terminal()) {
            session.tell(text("relationships.none"));
        }
        return ExitCode.DONE;
    }

    private List<Relationship> found(Library library, SourceId source) throws ProblemException {
        try (var bar = session.bar("progress.relationships")) {
            return library.relationships().find(source, bar);
        }
    }

    private static boolean type(String typed) {
        return Arrays.stream(Relationship.Type.values())
                .anyMatch(each -> each.name().equalsIgnoreCase(typed));
    }

    private int decide(Library library) throws ProblemException {
        var one = ShowCommand.source(library, words.get(1)).id();
        var other = ShowCommand.source(library, words.get(2)).id();
        var meant =
                library.relationships().of(one).stream()
                        .filter(each -> each.other(one).equals(other))
                        .filter(each ->
                                words.size() < 4
                                        || each.type().name().equalsIgnoreCase(words.get(3)))
                        .toList();
        if (meant.size() != 1) {
            session.tell(text("relationships.which", meant.size()));
            return ExitCode.PROBLEM;
        }
        var each = meant.getFirst();
        switch (words.getFirst()) {
            case "accept" -> library.relationships().accept(each);
            case "dismiss" -> library.relationships().dismiss(each);
            default -> library.relationships().reopen(each);
        }
        library.relationships().of(one).stream()
                .filter(now -> now.type() == each.type() && now.other(one).equals(other))
                .forEach(now -> print(library, now));
        return ExitCode.DONE;
    }

    private void print(Library library, Relationship each) {
        var from = library.sources().find(each.from());
        var to = library.sources().find(each.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (session.json()) {
            session.printJson(RelationshipOutput.Listed.of(each, from.get(), to.get()));
            return;
        }
        session.print(
                "%s  %s  %s  %s  %s"
                        .formatted(
                                named(from.get()),
                                RelationshipOutput.type(each.type()),
                                named(to.get()),
                                text("relationships.strength", each.strength()),
                                RelationshipOutput.state(each.state())));
        session.print(
                RelationshipOutput.reason(each.reason(), from.get(), to.get())
                        .indent(4)
                        .stripTrailing());
    }

    private static String named(Source source) {
        return source.id().toString().substring(0, ListCommand.SHORT_ID) + " " + source.title();
    }
}
