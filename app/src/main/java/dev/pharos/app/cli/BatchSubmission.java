package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.Wiring;
import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// `pharos batch submit`: what is to become notes, and how. Files that are no sources yet are
/// imported, and so are texts, so that the lines of their notes lead somewhere.
final class BatchSubmission {
    private static final String STANDARD_INPUT = "-";
    private static final int LONGEST_TITLE = 60;
    private static final int SHORTEST_CLAUSE = 20;
    private static final Pattern CLAUSE = Pattern.compile("[,;:]\\s|\\s[–—-]\\s");
    private static final Path PASTED = Path.of("Pasted");

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "batch.text")
    List<String> texts = new ArrayList<>();

    @Option(names = "--language", paramLabel = "auto|xx", descriptionKey = "batch.language")
    @Nullable String language;

    @Option(names = "--depth", paramLabel = "DEPTH", descriptionKey = "batch.depth")
    @Nullable Depth depth;

    @Option(names = "--template", paramLabel = "NAME", descriptionKey = "batch.template")
    @Nullable String template;

    @Option(names = "--headings", paramLabel = "LANG", descriptionKey = "batch.headings")
    @Nullable HeadingLanguage headings;

    @Option(names = "--research", descriptionKey = "batch.research")
    boolean research;

    @Option(names = "--tags", negatable = true, descriptionKey = "batch.tags")
    @Nullable Boolean tags;

    @Option(names = "--related", negatable = true, descriptionKey = "batch.related")
    @Nullable Boolean related;

    @Option(names = "--notes", paramLabel = "1..3", descriptionKey = "batch.notes")
    @Nullable Integer parts;

    @Option(names = "--model", negatable = true, descriptionKey = "batch.model")
    @Nullable Boolean model;

    /// What was queued.
    ///
    /// @param batch null where nothing was
    /// @param refused how much of what was named is not in it
    record Submitted(@Nullable Batch batch, int refused) {}

    /// Whether anything was said that only this takes.
    boolean used() {
        return !texts.isEmpty()
                || language != null
                || depth != null
                || template != null
                || headings != null
                || research
                || tags != null
                || related != null
                || parts != null
                || model != null;
    }

    void check(CommandSpec command, List<String> words) {
        if (words.isEmpty() && texts.isEmpty()) {
            throw Session.wrongUsage(command, "usage.batchNothing");
        }
        if (words.stream().anyMatch(String::isBlank)) {
            throw Session.wrongUsage(command, "usage.noName");
        }
        if (texts.stream().anyMatch(String::isBlank)) {
            throw Session.wrongUsage(command, "usage.batchText");
        }
        if (parts != null && (parts < 1 || parts > MadeNote.Settings.MOST_PARTS)) {
            throw Session.wrongUsage(command, "usage.batchNotes", parts);
        }
        if (language != null) {
            var code = NamedSettings.language(language);
            if (code == null) {
                throw Session.wrongUsage(command, "usage.language", language);
            }
            language = code;
        }
    }

    /// In the language that was given.
    TranscriptionOptions speech(Wiring wiring) throws ProblemException {
        var choice = new SpeechChoice();
        choice.language = language;
        return choice.over(wiring);
    }

    /// Reads what is typed or piped in, before anything is opened.
    void read(List<String> words, Session session) throws IOException {
        if (words.contains(STANDARD_INPUT)) {
            if (System.console() != null && System.console().isTerminal()) {
                session.tell(text("batch.paste"));
            }
            texts.add(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Submitted of(List<String> words, Session session, Library library)
            throws ProblemException, IOException {
        if (research && session.wiring().searchService().current().isEmpty()) {
            throw new ProblemException(new Problem.ResearchOff());
        }
        var settings = settings(library);
        var sources = new ArrayList<SourceId>();
        var files = new ArrayList<Path>();
        int refused = 0;
        for (String each : words) {
            if (each.equals(STANDARD_INPUT)) {
                continue;
            }
            var file = Commands.path(each).toAbsolutePath().normalize();
            var known = known(each, library);
            if (Files.exists(file)) {
                files.add(file);
            } else if (known.isPresent()) {
                sources.add(known.get().id());
            } else {
                session.tell(text("batch.unknownSource", each));
                refused++;
            }
        }
        refused += imported(files, session, library, sources);
        for (String each : texts) {
            if (each.isBlank()) {
                session.tell(text("batch.emptyText"));
                refused++;
            } else {
                refused += imported(each, session, library, sources);
            }
        }
        if (sources.isEmpty()) {
            session.tell(text("batch.nothing"));
        }
        return new Submitted(
                sources.isEmpty() ? null : library.batches().submit(sources, settings), refused);
    }

    private static Optional<Source> known(String id, Library library) {
        return id.length() < BatchLines.SHORTEST_PREFIX
                ? Optional.empty()
                : library.sources().findByPrefix(id);
    }

    private Batch.Settings settings(Library library) throws ProblemException {
        String form = template == null ? null : library.making().form(template);
        return new Batch.Settings(
                new MadeNote.Settings(
                        form,
                        depth,
                        tags,
                        related,
                        HeadingLanguage.code(headings),
                        research,
                        parts == null ? 0 : parts,
                        model),
                language);
    }

    /// Imports a text, called after its first sentence. It has come from no file: the one that it
    /// comes by is gone then, and its place in the library tells that it was pasted.
    private static int imported(String words, Session session, Library library, List<SourceId> into)
            throws ProblemException, IOException {
        var folder = Files.createTempDirectory("pharos");
        var file = folder.resolve(LinkNames.fit(called(words)) + ".txt");
        try {
            Files.writeString(file, words.strip() + "\n");
            int refused = imported(List.of(file), session, library, into);
            for (var id : into) {
                if (library.sources().find(id).filter(it -> it.path().equals(file)).isPresent()) {
                    library.sources().moved(id, free(library, called(words)));
                }
            }
            return refused;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Path free(Library library, String title) {
        String name = LinkNames.fit(title);
        var path = PASTED.resolve(name + ".txt");
        for (int i = 2; library.sources().atPath(path).isPresent(); i++) {
            path = PASTED.resolve(name + " " + i + ".txt");
        }
        return path;
    }

    /// Its first sentence; of a long one the first clause, or as many words as there is room for.
    private static String called(String words) {
        String line = words.strip().lines().findFirst().orElseThrow();
        String first =
                Sentences.in(line, 0, line.length(), "und").stream()
                        .findFirst()
                        .map(span -> span.of(line))
                        .orElse(line);
        String sentence = first.replaceAll("[\\s.,;:!?]+$", "");
        if (sentence.length() <= LONGEST_TITLE) {
            return sentence.isEmpty() ? line : sentence;
        }
        var clause = CLAUSE.matcher(sentence);
        int room = sentence.lastIndexOf(' ', LONGEST_TITLE);
        return clause.find(SHORTEST_CLAUSE) && clause.start() <= LONGEST_TITLE
                ? sentence.substring(0, clause.start())
                : sentence.substring(0, room > 0 ? room : LONGEST_TITLE) + "…";
    }

    /// @param into gets the sources that the files are now
    /// @return how many of them are none
    private static int imported(
            List<Path> files, Session session, Library library, List<SourceId> into)
            throws ProblemException {
        if (files.isEmpty()) {
            return 0;
        }
        var refused = new ArrayList<Path>();
        var imported = new ArrayList<ImportResult>();
        try (var bar = session.bar("progress.files")) {
            library.importer()
                    .importAll(
                            files,
                            new ImportListener() {
                                @Override
                                public void started(Path file) {}

                                @Override
                                public void finished(ImportResult result) {
                                    var problem = result.problem();
                                    if (result.source() != null) {
                                        imported.add(result);
                                    } else if (problem != null && !passedOver(problem, files)) {
                                        refused.add(result.path());
                                        bar.above(() -> session.tell(ProblemText.of(problem)));
                                    }
                                }
                            },
                            bar);
        }
        imported.stream()
                .sorted(
                        Comparator.<ImportResult>comparingInt(each -> place(each.path(), files))
                                .thenComparing(ImportResult::path))
                .map(ImportResult::source)
                .filter(Objects::nonNull)
                .forEach(into::add);
        return refused.size();
    }

    /// Where the file, or its folder, was named.
    private static int place(Path file, List<Path> named) {
        return (int) named.stream().takeWhile(each -> !file.startsWith(each)).count();
    }

    /// A picture that lies in a folder is no failure.
    private static boolean passedOver(Problem problem, List<Path> named) {
        return problem instanceof Problem.UnsupportedFormat(var file, var mediaType)
                && mediaType.startsWith("image/")
                && !named.contains(file);
    }
}
