package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Conversations;
import dev.pharos.engine.conversation.Conversations.Deleted;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `pharos conversations`: what was asked and answered and kept; to look at, to find, to put away,
/// to take back and to make a note of.
@Command(name = "conversations")
final class ConversationsCommand implements Callable<Integer> {
    private static final int SHORTEST_PREFIX = 4;

    /// What to do with conversations.
    enum Action {
        LIST,
        SHOW,
        SEARCH,
        RENAME,
        NOTE,
        QUIZ,
        DELETE,
        DELETED,
        RESTORE,
        ERASE;

        private boolean fits(int words) {
            return switch (this) {
                case LIST, DELETED -> words == 0;
                case SHOW, NOTE, QUIZ -> words == 1;
                case SEARCH, DELETE, RESTORE, ERASE -> words > 0;
                case RENAME -> words > 1;
            };
        }

        private boolean changes() {
            return this != LIST && this != SHOW && this != SEARCH && this != DELETED;
        }
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> rest = List.of();

    @Option(names = "--folder", paramLabel = "FOLDER")
    String folder = "";

    ConversationsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        boolean blank = rest.stream().anyMatch(String::isBlank);
        if (!action.fits(rest.size()) || blank || !folder.isEmpty() && action != Action.NOTE) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.conversations");
        }
        try (var library =
                session.open(action.changes() ? Library.Access.WRITE : Library.Access.READ)) {
            if (action.changes()) {
                change(library);
            } else {
                look(library);
            }
        }
        return ExitCode.DONE;
    }

    private void look(Library library) throws ProblemException {
        var conversations = library.talk().conversations();
        switch (action) {
            case SHOW -> show(library, find(conversations, rest.getFirst()));
            case SEARCH -> {
                var all = conversations.search(String.join(" ", rest));
                all.forEach(found ->
                        line(found.conversation(), found.turn().map(Turn::question).orElse(null)));
                if (all.isEmpty() && !session.json()) {
                    session.tell(text("conversations.nothing"));
                }
            }
            case DELETED ->
                    conversations.deleted().forEach(each -> line(each.conversation(), null));
            default -> {
                var all = conversations.all();
                all.forEach(each -> line(each, null));
                if (all.isEmpty() && session.terminal()) {
                    session.tell(text("conversations.none"));
                }
            }
        }
    }

    private void change(Library library) throws ProblemException {
        var conversations = library.talk().conversations();
        switch (action) {
            case RENAME -> {
                var conversation = find(conversations, rest.getFirst());
                var title = String.join(" ", rest.subList(1, rest.size()));
                conversations.save(conversation.titled(title));
                line(conversation.titled(title), null);
            }
            case NOTE -> note(library, find(conversations, rest.getFirst()));
            case QUIZ -> quiz(library, find(conversations, rest.getFirst()));
            case DELETE -> {
                var gone = new ArrayList<Conversation>();
                for (String id : rest) {
                    gone.add(find(conversations, id));
                }
                var now = Instant.now();
                gone.forEach(each -> conversations.delete(each.id(), now));
                session.tell(text("conversations.deleted", gone.size()));
            }
            default -> {
                var put = new ArrayList<Conversation>();
                for (String id : rest) {
                    put.add(
                            single(
                                    conversations.deleted().stream().map(Deleted::conversation),
                                    id));
                }
                boolean back = action == Action.RESTORE;
                put.forEach(each -> {
                    if (back) {
                        conversations.restore(each.id());
                    } else {
                        conversations.erase(each.id());
                    }
                });
                session.tell(
                        text(back ? "conversations.restored" : "conversations.erased", put.size()));
            }
        }
    }

    private void note(Library library, Conversation conversation) throws ProblemException {
        var talk = library.talk();
        var turns = talk.conversations().turns(conversation.id());
        var note =
                library.notes()
                        .create(
                                conversation.title(),
                                talk.text().note(turns, new AnswerWords()),
                                folder);
        tell(note);
    }

    /// Of all that its answers cite.
    private void quiz(Library library, Conversation conversation) throws ProblemException {
        var talk = library.talk();
        var cited =
                talk.conversations().turns(conversation.id()).stream()
                        .flatMap(turn -> turn.answer().citations().stream())
                        .toList();
        var quiz = talk.quizzes().of(conversation.title(), cited, Progress.NONE);
        if (quiz.earlier()) {
            session.tell(text("quiz.there"));
        }
        tell(quiz.note());
    }

    private void tell(Note note) {
        if (session.json()) {
            session.printJson(NoteOutput.Listed.of(note.source()));
        } else {
            var id = note.source().id().toString().substring(0, ListCommand.SHORT_ID);
            session.print(id + "  " + note.source().title());
        }
    }

    private void line(Conversation conversation, @Nullable String question) {
        if (session.json()) {
            session.printJson(TalkOutput.Listed.of(conversation, question));
        } else {
            session.print(
                    text(
                            "conversations.line",
                            conversation.id().toString().substring(0, ListCommand.SHORT_ID),
                            TalkOutput.when(conversation.changed()),
                            conversation.title(),
                            question == null || question.equals(conversation.title()) ? 0 : 1,
                            String.valueOf(question)));
        }
    }

    private void show(Library library, Conversation conversation) {
        var turns = library.talk().conversations().turns(conversation.id());
        if (session.json()) {
            turns.forEach(turn ->
                    session.printJson(TalkOutput.Answered.of(turn, library.talk().cited())));
            return;
        }
        session.print(conversation.title());
        var answers = new AnswerText(library.sources(), session.terminal());
        for (Turn turn : turns) {
            session.print("");
            session.print("> " + turn.question());
            if (turn.rewrite() != null) {
                session.print(text("ask.understood", turn.rewrite().question()));
            }
            answers.lines(turn.answer()).forEach(session::print);
            library.talk()
                    .cited()
                    .of(turn.answer())
                    .forEach(each -> AnswerWords.standing(each).ifPresent(session::print));
        }
    }

    /// The conversation whose id begins so, if it is the only one.
    static Conversation find(Conversations conversations, String id) throws ProblemException {
        return single(conversations.all().stream(), id);
    }

    private static Conversation single(Stream<Conversation> all, String id)
            throws ProblemException {
        var found = all.filter(each -> each.id().toString().startsWith(id)).toList();
        if (found.size() != 1 || id.length() < SHORTEST_PREFIX) {
            throw new ProblemException(new Problem.NoSuchConversation(id));
        }
        return found.getFirst();
    }
}
