package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.RelationshipMapping;
import dev.pharos.engine.summary.Depth;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `pharos notes make`: notes of sources, one after the other. The failure of one does not stop the
/// others.
final class NoteMakingRun {
    @Option(names = "--template", paramLabel = "NAME", descriptionKey = "making.template")
    @Nullable String template;

    @Option(names = "--depth", paramLabel = "DEPTH", descriptionKey = "making.depth")
    @Nullable Depth depth;

    @Option(names = "--tags", negatable = true, descriptionKey = "making.tags")
    @Nullable Boolean tags;

    @Option(names = "--related", negatable = true, descriptionKey = "making.related")
    @Nullable Boolean related;

    @Option(names = "--headings", paramLabel = "LANG", descriptionKey = "making.headings")
    @Nullable HeadingLanguage language;

    @Option(names = "--research", descriptionKey = "making.research")
    boolean research;

    @Option(names = "--notes", paramLabel = "N", descriptionKey = "making.notes")
    @Nullable Integer parts;

    @Option(names = "--model", descriptionKey = "making.model")
    boolean written;

    @Option(names = "--no-model", descriptionKey = "making.noModel")
    boolean unwritten;

    /// Whether anything was said that only this takes.
    boolean used() {
        return template != null
                || depth != null
                || tags != null
                || related != null
                || language != null
                || research
                || parts != null
                || written
                || unwritten;
    }

    /// Whether what was said cannot be.
    boolean contradicts() {
        return written && unwritten || parts != null && (parts < 1 || parts > Settings.MOST_PARTS);
    }

    /// @return an [ExitCode]
    int of(List<String> ids, Session session, Library library) throws ProblemException {
        String form = template == null ? null : library.making().form(template);
        var settings = settings(form);
        int failed = 0;
        for (String id : ids) {
            try (var steps = new MakingBar(session.liveLine(), session::cancelled, session::tell)) {
                var source = ShowCommand.source(library, id);
                var all = library.making().make(source.id(), settings, steps::begin, steps);
                steps.close();
                all.forEach(made -> tell(made, session, library));
                int related = mapped(all, library, steps);
                steps.close();
                if (related > 0 && !session.json()) {
                    session.tell(text("notes.mapped", related, relationships(all, session)));
                }
            } catch (ProblemException e) {
                failed++;
                session.tell(AbsentModel.words(session.wiring().shelf(), e.problem()));
                if (session.json()) {
                    session.printJson(NoteOutput.Made.failed(id, ProblemText.of(e.problem())));
                }
            }
        }
        if (failed == 0) {
            return ExitCode.DONE;
        }
        return ids.size() == 1 ? ExitCode.PROBLEM : ExitCode.SOME_FAILED;
    }

    /// How many relationships the notes and their source have; none where nobody wants any.
    private static int mapped(List<Made> all, Library library, MakingBar steps)
            throws ProblemException {
        if (!all.getFirst().made().settings().connected()) {
            return 0;
        }
        steps.begin(MakingStep.RELATIONSHIP_MAPPING);
        var made = library.making().made();
        return new RelationshipMapping(library.sources(), made, library.relationships())
                .find(all.stream().map(each -> each.note().id()).toList(), steps);
    }

    private static String relationships(List<Made> all, Session session) {
        var ids =
                Stream.concat(
                                all.stream().map(each -> each.note().id()),
                                Stream.of(all.getFirst().made().source()))
                        .map(id -> id.toString().substring(0, ListCommand.SHORT_ID))
                        .map(id -> session.command("relationships " + id));
        return ids.collect(Collectors.joining(", "));
    }

    private Settings settings(@Nullable String form) {
        return new Settings(
                form,
                depth,
                tags,
                related,
                HeadingLanguage.code(language),
                research,
                parts == null ? 0 : parts,
                written || unwritten ? Boolean.valueOf(written) : null);
    }

    private static void tell(Made made, Session session, Library library) {
        if (session.json()) {
            session.printJson(NoteOutput.Made.of(made));
            return;
        }
        String id = made.note().id().toString().substring(0, ListCommand.SHORT_ID);
        session.print(id + "  " + made.note().title());
        switch (made.change()) {
            case Made.Change.Created _ ->
                    session.tell(text("notes.made", form(made, library), path(made)));
            case Made.Change.Unchanged _ -> session.tell(text("notes.madeSame"));
            case Made.Change.Rewritten(var added, var removed) ->
                    session.tell(text("notes.madeAnew", added, removed, form(made, library)));
            case Made.Change.Conflict(var kept) ->
                    session.tell(
                            text(
                                    "notes.madeTwice",
                                    kept,
                                    session.command("notes restore " + id + " " + kept),
                                    session.command("notes keep " + id)));
        }
    }

    private static String path(Made made) {
        return made.note().path().toString().replace('\\', '/');
    }

    private static String form(Made made, Library library) {
        String form = String.valueOf(made.made().settings().form());
        return library.notes().templates().stream()
                .filter(each -> each.id().toString().equals(form))
                .map(Source::title)
                .findFirst()
                .orElse(form);
    }
}
