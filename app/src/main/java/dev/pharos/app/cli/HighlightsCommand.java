package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

/// `pharos highlights`: what is marked in sources.
@Command(name = "highlights")
final class HighlightsCommand implements Callable<Integer> {

    /// What to do with highlights.
    enum Action {
        LIST,
        EXPORT,
        ADD,
        REMOVE
    }

    private static final int SHORTEST_ID = 4;

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> rest = List.of();

    @Option(names = "--note", paramLabel = "TEXT")
    String note = "";

    @Option(names = "--colour", paramLabel = "COLOUR")
    Highlight.Colour colour = Highlight.Colour.YELLOW;

    HighlightsCommand(Session session) {
        this.session = session;
    }

    /// @param startOffset equal to `endOffset` where the words are not in the source's text
    record Listed(
            String id,
            String source,
            String title,
            String quote,
            String note,
            String colour,
            @Nullable Integer page,
            @Nullable Integer paragraph,
            @Nullable Long startMs,
            @Nullable Long endMs,
            int startOffset,
            int endOffset,
            String made) {
        static Listed of(Highlight highlight, Source source) {
            var place = highlight.place();
            return new Listed(
                    highlight.id().toString(),
                    source.id().toString(),
                    source.title(),
                    highlight.quote(),
                    highlight.note(),
                    highlight.colour().name().toLowerCase(Locale.ROOT),
                    place.page(),
                    place.paragraph(),
                    place.startMs(),
                    place.endMs(),
                    place.startOffset(),
                    place.endOffset(),
                    highlight.made().toString());
        }
    }

    @Override
    public Integer call() throws ProblemException {
        boolean fits =
                switch (action) {
                    case LIST -> rest.size() <= 1;
                    case EXPORT -> rest.size() == 1;
                    case ADD -> rest.size() > 1;
                    case REMOVE -> !rest.isEmpty();
                };
        if (!fits) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.highlights");
        }
        boolean changes = action == Action.ADD || action == Action.REMOVE;
        try (var library = session.open(changes ? Library.Access.WRITE : Library.Access.READ)) {
            return switch (action) {
                case LIST -> list(library);
                case EXPORT -> export(library);
                case ADD -> add(library);
                case REMOVE -> remove(library);
            };
        }
    }

    private int list(Library library) throws ProblemException {
        var all =
                rest.isEmpty()
                        ? library.highlights().all()
                        : library.highlights()
                                .of(ShowCommand.source(library, rest.getFirst()).id());
        for (Highlight each : all) {
            library.sources().find(each.source()).ifPresent(source -> show(each, source));
        }
        if (all.isEmpty() && session.terminal()) {
            session.tell(text("highlights.none"));
        }
        return ExitCode.DONE;
    }

    private void show(Highlight highlight, Source source) {
        if (session.json()) {
            session.printJson(Listed.of(highlight, source));
            return;
        }
        var words = highlight.text().replaceAll("\\s+", " ");
        session.print(
                "%s  %s  %s  %s"
                        .formatted(
                                highlight.id().toString().substring(0, ListCommand.SHORT_ID),
                                source.title(),
                                PlaceText.of(source.kind(), highlight.place()),
                                words));
    }

    private int export(Library library) throws ProblemException {
        var source = ShowCommand.source(library, rest.getFirst());
        var markdown =
                library.highlights()
                        .markdown(source.id(), each -> PlaceText.of(source.kind(), each.place()));
        session.print(markdown.stripTrailing());
        return ExitCode.DONE;
    }

    private int add(Library library) throws ProblemException {
        var source = ShowCommand.source(library, rest.getFirst());
        var words = String.join(" ", rest.subList(1, rest.size()));
        var text = library.sources().document(source.id()).orElseThrow().text();
        var found = Anchor.anywhere(words, text);
        if (found.isEmpty()) {
            session.tell(text("highlights.notSaid", source.title(), words));
            return ExitCode.PROBLEM;
        }
        var change =
                library.highlights()
                        .add(source.id(), found.get().start(), found.get().end(), colour, note);
        show(change.after().getFirst(), source);
        return ExitCode.DONE;
    }

    private int remove(Library library) throws ProblemException {
        var ids = new LinkedHashSet<UUID>();
        var all = library.highlights().all();
        for (String typed : rest) {
            var alike =
                    all.stream()
                            .map(Highlight::id)
                            .filter(id -> id.toString().startsWith(typed.toLowerCase(Locale.ROOT)))
                            .toList();
            if (alike.size() != 1 || typed.length() < SHORTEST_ID) {
                throw new ProblemException(new Problem.NoSuchHighlight(typed));
            }
            ids.add(alike.getFirst());
        }
        library.highlights().remove(ids);
        session.tell(text("highlights.removed", ids.size()));
        return ExitCode.DONE;
    }
}
