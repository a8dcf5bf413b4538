package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.transcription.TranscriptFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;

/// The whole command line, and the one place where its outcomes become exit codes and sentences.
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Session session;

    public Commands(Session session) {
        this.session = session;
    }

    /// Runs one command line to its end.
    ///
    /// @return an [ExitCode]
    public int run(String... arguments) {
        int code = commandLine().execute(arguments);
        return session.readerLeft()
                        || session.printed("outcome.notPrinted")
                        || code == ExitCode.CANCELLED
                ? code
                : ExitCode.PROBLEM;
    }

    CommandLine commandLine() {
        var window = new OpenCommand(session);
        var root = new PharosCommand(window);
        var line =
                subcommands(new CommandLine(root), window)
                        .setResourceBundle(ResourceBundle.getBundle(Texts.BUNDLE, Texts.LOCALE))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExpandAtFiles(false)
                        .setOut(new PrintWriter(session.out(), true))
                        .setErr(new PrintWriter(session.err(), true))
                        .setColorScheme(
                                Help.defaultColorScheme(
                                        session.terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                        .setParameterExceptionHandler((e, _) -> wrongUsage(e))
                        .setExecutionExceptionHandler((e, _, _) -> failed(e));
        register(line);
        return line.setExecutionStrategy(parsed -> {
            session.choose(root.library, root.json);
            return new CommandLine.RunLast().execute(parsed);
        });
    }

    private CommandLine subcommands(CommandLine line, OpenCommand window) {
        return line.addSubcommand(new DemoCommand(session))
                .addSubcommand(new SamplesCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new TranscribeCommand(session))
                .addSubcommand(new RecordCommand(session))
                .addSubcommand(new JobsCommand(session))
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new DuplicatesCommand(session))
                .addSubcommand(new RelationshipsCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new RestoreCommand(session))
                .addSubcommand(new NotesCommand(session))
                .addSubcommand(new BatchCommand(session))
                .addSubcommand(new TrashCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new MirrorCommand(session))
                .addSubcommand(new TagsCommand(session))
                .addSubcommand(new CollectionsCommand(session))
                .addSubcommand(new HighlightsCommand(session))
                .addSubcommand(new SearchCommand(session))
                .addSubcommand(new AskCommand(session))
                .addSubcommand(new EvalCommand(session))
                .addSubcommand(new ConversationsCommand(session))
                .addSubcommand(new EndpointCommand(session))
                .addSubcommand(new ResearchCommand(session))
                .addSubcommand(new EmbedderCommand(session))
                .addSubcommand(new ModelsCommand(session))
                .addSubcommand(new SettingsCommand(session))
                .addSubcommand(new ReindexCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(window)
                .addSubcommand(new HelpCommand());
    }

    /// How words of the command line become values.
    private static void register(CommandLine line) {
        line.registerConverter(TranscriptOutput.Place.class, TranscriptOutput.Place::of)
                .registerConverter(Path.class, Commands::path)
                .registerConverter(Integer.class, Commands::number)
                .registerConverter(int.class, Commands::number);
        register(line, Query.Mode.class, "usage.mode");
        register(line, AnswerMode.class, "usage.answerMode");
        register(line, ConversationsCommand.Action.class, "usage.conversationsAction");
        register(line, Depth.class, "usage.depth");
        register(line, TranscriptFormat.class, "usage.format");
        register(line, JobsCommand.Action.class, "usage.action");
        register(line, NotesCommand.Action.class, "usage.notesAction");
        register(line, BatchCommand.Action.class, "usage.batchAction");
        register(line, TrashCommand.Action.class, "usage.trashAction");
        register(line, EndpointCommand.Action.class, "usage.endpointAction");
        register(line, ResearchCommand.Action.class, "usage.researchAction");
        register(line, SearchService.Kind.class, "usage.researchService");
        register(line, EmbedderCommand.Action.class, "usage.embedder");
        register(line, ModelsCommand.Action.class, "usage.modelsAction");
        register(line, SettingsCommand.Action.class, "usage.settingsAction");
        register(line, TagsCommand.Action.class, "usage.tagsAction");
        register(line, CollectionsCommand.Action.class, "usage.collectionsAction");
        register(line, HighlightsCommand.Action.class, "usage.highlightsAction");
        register(line, Highlight.Colour.class, "usage.highlightColour");
        register(line, ModelKind.class, "usage.modelsKind");
    }

    private static <E extends Enum<E>> void register(
            CommandLine line, Class<E> choices, String refusal) {
        line.registerConverter(
                choices,
                name -> {
                    for (var choice : choices.getEnumConstants()) {
                        if (choice.name().equalsIgnoreCase(name)) {
                            return choice;
                        }
                    }
                    throw new TypeConversionException(text(refusal, name));
                });
    }

    /// An empty name would stand for the folder one is in.
    static Path path(String typed) {
        try {
            if (!typed.isBlank()) {
                return Path.of(typed);
            }
            throw new TypeConversionException(text("usage.noName"));
        } catch (InvalidPathException e) {
            throw (TypeConversionException)
                    new TypeConversionException(text("usage.badName", typed)).initCause(e);
        }
    }

    private static Integer number(String typed) {
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            throw (TypeConversionException)
                    new TypeConversionException(text("usage.number", typed)).initCause(e);
        }
    }

    private int wrongUsage(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        session.tell(text("usage.wrong", sentence(e), command));
        return ExitCode.WRONG_USAGE;
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            var unknown = unmatched.getUnmatched().getFirst();
            var alike = unmatched.getSuggestions();
            return alike.isEmpty()
                    ? text("usage.unknown", unknown)
                    : text("usage.unknownAlike", unknown, alike.getFirst());
        }
        return e.getCause() instanceof TypeConversionException inValue
                ? String.valueOf(inValue.getMessage())
                : String.valueOf(e.getMessage());
    }

    private int failed(Exception e) {
        return switch (e) {
            case CancellationException _ -> {
                session.tell(text("outcome.cancelled"));
                yield ExitCode.CANCELLED;
            }
            case ProblemException problem -> {
                LOG.debug("{}", problem.problem(), problem);
                session.tell(AbsentModel.words(session.wiring().shelf(), problem.problem()));
                yield ExitCode.PROBLEM;
            }
            default -> {
                session.tell(ProblemText.of(Problem.of(LOG, "command", e)));
                yield ExitCode.PROBLEM;
            }
        };
    }
}
