package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Inquiry;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// `pharos ask QUESTION…`: an answer from the library with its proofs, or the honest word that
/// there is none. A question that is not kept only reads, so that it can be asked beside an open
/// window.
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {
    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", descriptionKey = "QUESTION", arity = "1..*")
    List<String> words = List.of();

    @Option(names = "--mode", paramLabel = "MODE")
    AnswerMode mode = AnswerMode.DIRECT;

    @ArgGroup(exclusive = false)
    AskScope scope = new AskScope();

    @Option(names = "--follow")
    boolean follow;

    @Option(names = "--conversation", paramLabel = "ID")
    @Nullable String conversation;

    @Option(names = "--as-written")
    boolean asWritten;

    @Option(names = "--keep")
    boolean keep;

    @Option(names = "--no-keep")
    boolean noKeep;

    @Option(names = "--endpoint", paramLabel = "URL")
    @Nullable String endpoint;

    @Option(names = "--model", paramLabel = "NAME")
    @Nullable String model;

    @Option(names = "--allow-remote")
    boolean allowRemote;

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var question = String.join(" ", words).strip();
        boolean goesOn = follow || conversation != null;
        var chat = new ChatChoice(endpoint, model, allowRemote);
        checkUsage(question, goesOn, chat);
        var model = chat.over(session.wiring(), System.getenv());
        boolean drafted = model.isPresent() && session.terminal() && !session.json();
        boolean kept = keep || goesOn && !noKeep;
        var heard = new Heard(drafted);
        try (var library =
                        session.open(
                                kept ? Library.Access.WRITE : Library.Access.READ, () -> model);
                var bar = session.bar("progress.answer", heard::cancelled)) {
            var within = scope.scope(library.collections());
            var inquiry =
                    goesOn
                            ? new Inquiry(before(library), question, mode, within, asWritten, kept)
                            : Inquiry.first(question, mode, within, kept);
            if (drafted) {
                session.tell(text("ask.draft"));
            }
            var turn = library.talk().interlocutor().ask(inquiry, heard, bar);
            if (drafted) {
                session.tell("");
                session.tell("");
            }
            show(turn, kept, library);
            session.tellIfBehind(library);
            return turn.answer().stopped() ? ExitCode.CANCELLED : ExitCode.DONE;
        } catch (CancellationException _) {
            session.tell(text("ask.cancelled"));
            return ExitCode.CANCELLED;
        }
    }

    private void checkUsage(String question, boolean goesOn, ChatChoice chat) {
        var command = Objects.requireNonNull(spec);
        if (question.isEmpty()) {
            throw Session.wrongUsage(command, "usage.noQuestion");
        }
        if (keep && noKeep || asWritten && !goesOn || follow && conversation != null) {
            throw Session.wrongUsage(command, "usage.ask");
        }
        if (chat.lacksModel(System.getenv())) {
            throw Session.wrongUsage(command, "usage.noModel");
        }
    }

    /// Tells how the question was understood, and what a model drafts.
    private final class Heard implements AnswerListener {
        private final boolean drafted;
        private volatile boolean writing;

        Heard(boolean drafted) {
            this.drafted = drafted;
        }

        @Override
        public void rewritten(String question) {
            if (!session.json()) {
                session.tell(text("ask.understood", question));
            }
        }

        @Override
        public void written(String piece) {
            writing = true;
            if (drafted) {
                session.tellPiece(piece);
            }
        }

        @Override
        public boolean stopped() {
            return session.cancelled();
        }

        /// What was written until then is an answer, and kept as one.
        boolean cancelled() {
            return session.cancelled() && !writing;
        }
    }

    private Conversation.Id before(Library library) throws ProblemException {
        var conversations = library.talk().conversations();
        if (conversation != null) {
            return ConversationsCommand.find(conversations, conversation).id();
        }
        return conversations.all().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NoConversation()))
                .id();
    }

    private void show(Turn turn, boolean kept, Library library) throws ProblemException {
        var next = library.talk().next().after(turn.answer());
        if (session.json()) {
            session.printJson(TalkOutput.Answered.of(turn, kept, library.talk().cited(), next));
            return;
        }
        new AnswerText(library.sources(), session.terminal())
                .lines(turn.answer())
                .forEach(session::print);
        String id = turn.conversation().toString().substring(0, ListCommand.SHORT_ID);
        next.stream().map(each -> TalkOutput.line(each, kept ? id : null)).forEach(session::tell);
        if (kept) {
            session.tell(text("ask.kept", id, session.command("ask --follow")));
        }
    }
}
