package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.CitedPlaces.Standing.State;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.ConversationText;
import dev.pharos.engine.conversation.Conversations;
import dev.pharos.engine.conversation.Inquiry;
import dev.pharos.engine.conversation.NextAction;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

final class TalkTest extends LibraryFixture {
    private static final AnswerListener SILENT = AnswerListener.of(_ -> {});

    @BeforeEach
    void fill() throws Exception {
        importFiles(write("tower.txt", TOWER), write("bread.txt", BREAD));
    }

    private Conversations conversations() {
        return library.talk().conversations();
    }

    private Turn ask(Conversation.@Nullable Id conversation, String question) throws Exception {
        return ask(conversation, question, AnswerMode.DIRECT, Scope.ALL);
    }

    private Turn ask(
            Conversation.@Nullable Id conversation, String question, AnswerMode mode, Scope scope)
            throws Exception {
        return library.talk()
                .interlocutor()
                .ask(
                        conversation == null
                                ? Inquiry.first(question, mode, scope, true)
                                : new Inquiry(conversation, question, mode, scope, false, true),
                        SILENT,
                        Progress.NONE);
    }

    private Turn kept(Turn turn) {
        return conversations().turns(turn.conversation()).get(turn.position());
    }

    @Test
    void aFollowUpIsRewrittenAndBothAreKeptThroughAReopening() throws Exception {
        var first = ask(null, "What was the tower built of?");
        var second = ask(first.conversation(), "Where did it stand?");
        reopen();

        assertEquals("Where did it (the tower) stand?", second.understood());
        assertEquals(
                List.of("What was the tower built of?", "Where did it stand?"),
                conversations().turns(first.conversation()).stream().map(Turn::question).toList());
        assertEquals(second.answer().kept(), kept(second).answer());
        assertEquals(second.rewrite(), kept(second).rewrite());
    }

    /// Such as `Open`; of a collection its name and how many sources it lacks.
    private List<String> next(Answer answer) throws Exception {
        return library.talk().next().after(answer).stream()
                .map(each ->
                        each instanceof NextAction.AddToCollection(var id, var name, var missing)
                                ? (id == null ? "new" : name) + " " + missing.size()
                                : each.getClass().getSimpleName())
                .toList();
    }

    @Test
    void whatIsCitedTogetherIsOfferedForTheCollectionThatHasMostOfIt() throws Exception {
        var tower = ask(null, "What was the tower built of?").answer();
        var bread = ask(null, "What is bread baked from?").answer();
        var answer =
                new Answer(
                        tower.question(),
                        tower.mode(),
                        tower.sentences(),
                        null,
                        List.of(tower.citations().getFirst(), bread.citations().getFirst()),
                        List.of(),
                        tower.origin(),
                        false);
        assertEquals(List.of("Open", "CreateNote", "new 2"), next(answer));
        var things =
                new SavedCollection(UUID.randomUUID(), "Things", new Content.Picked(), null, null);
        library.collections().save(things);
        var cited = answer.citations().stream().map(Citation::source).toList();
        library.collections().add(things.id(), List.of(cited.getFirst()));
        assertEquals(List.of("Open", "CreateNote", "Things 1"), next(answer));
        library.collections().add(things.id(), List.of(cited.getLast()));
        assertEquals(List.of("Open", "CreateNote"), next(answer));
    }

    @Test
    void nothingIsProposedAfterNoAnswer() throws Exception {
        assertEquals(List.of(), next(ask(null, "Who painted the ceiling of the chapel?").answer()));
    }

    @Test
    void aQuestionAskedAsWrittenIsNotRewritten() throws Exception {
        var first = ask(null, "What was the tower built of?");
        var turn =
                library.talk()
                        .interlocutor()
                        .ask(
                                new Inquiry(
                                        first.conversation(),
                                        "Where did it stand?",
                                        AnswerMode.DIRECT,
                                        Scope.ALL,
                                        true,
                                        true),
                                SILENT,
                                Progress.NONE);
        assertEquals("Where did it stand?", turn.understood());
    }

    @Test
    void answeringAgainKeepsTheEarlierAnswer() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        library.talk()
                .interlocutor()
                .again(turn, AnswerMode.LIST, Scope.ALL, false, SILENT, Progress.NONE);
        assertEquals(
                List.of(AnswerMode.DIRECT, AnswerMode.LIST),
                kept(turn).answers().stream().map(each -> each.answer().mode()).toList());
    }

    @Test
    void whatIsDeletedComesBackAndWhatIsErasedDoesNot() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        var id = turn.conversation();
        conversations().delete(id, Instant.EPOCH);
        assertEquals(Optional.empty(), conversations().find(id));
        assertEquals(List.of(), conversations().search("tower"));

        conversations().erase(new Conversation.Id(turn.id()));
        conversations().restore(id);
        assertEquals(1, conversations().turns(id).size());

        conversations().erase(id);
        assertEquals(1, conversations().all().size());
        conversations().delete(id, Instant.EPOCH);
        conversations().erase(id);
        assertEquals(List.of(), conversations().deleted());
        assertEquals(List.of(), conversations().turns(id));
    }

    @Test
    void conversationsAreFoundByAllWordsOfAQuestionOrItsAnswer() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        ask(null, "How is bread baked?");

        var found = conversations().search("LIGHT stone");

        assertEquals(
                List.of(turn.id()),
                found.stream().flatMap(each -> each.turn().stream()).map(Turn::id).toList());
        assertEquals(List.of(), conversations().search("light oven"));
        assertEquals(List.of(), conversations().search(" "));
    }

    @Test
    void onlyWhatIsInTheScopeAnswers() throws Exception {
        var bread = source("bread");
        var picked = SavedCollection.of("Food", new Content.Picked());
        library.collections().save(picked);
        library.collections().add(picked.id(), List.of(bread));
        var inFood = new Scope(List.of(picked.id()), List.of(), SourceFilter.ALL);

        var turn = ask(null, "What was the tower built of?", AnswerMode.LIST, inFood);
        var summary = ask(null, "Summarise", AnswerMode.SUMMARISE, inFood);

        assertEquals(false, turn.answer().supported());
        assertEquals(Set.of(bread), cited(summary));
        assertEquals(inFood, kept(summary).scope());
    }

    private SourceId source(String title) {
        return library.sources().all().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Set<SourceId> cited(Turn turn) {
        return turn.answer().citations().stream().map(Citation::source).collect(Collectors.toSet());
    }

    @Test
    void keptCitationsAreFoundInTheirSourceWhateverBecomesOfIt() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        var file = files.resolve("tower.txt");
        String quote = turn.answer().citations().getFirst().quote();

        importFiles(write("tower.txt", "A word before. " + TOWER));
        var moved = standing(turn);
        library.trash().put(List.of(source("tower")));
        var thrown = standing(turn);
        library.trash().restore(List.of(library.trash().all().getFirst().source().id()));
        importFiles(write(file.getFileName().toString(), "All words are new here."));
        var changed = standing(turn);

        assertEquals(State.THERE, moved.state());
        assertEquals(15, moved.citation().place().startOffset());
        assertEquals(quote, moved.citation().quote());
        assertEquals(State.IN_TRASH, thrown.state());
        assertEquals(State.WORDS_GONE, changed.state());
    }

    private Standing standing(Turn turn) {
        return library.talk().cited().of(kept(turn).answer()).getFirst();
    }

    @Test
    void anExportBringsConversationsBackAndThoseThatWereDeletedAsSuch() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        var deleted = ask(null, "How is bread baked?");
        conversations().delete(deleted.conversation(), Instant.EPOCH);
        var said = conversations().turns(turn.conversation());
        library.export(temp.resolve("export"), _ -> true, Progress.NONE);

        try (var other = Library.open(temp.resolve("other"), Access.WRITE, abilities())) {
            other.importer()
                    .importAll(List.of(temp.resolve("export")), ImportListener.NONE, Progress.NONE);
            var back = other.talk().conversations();
            assertEquals(conversations().all(), back.all());
            assertEquals(conversations().deleted(), back.deleted());
            assertEquals(said, back.turns(turn.conversation()));
        }
    }

    @Test
    void aNoteOfAConversationLinksBackToItsSources() throws Exception {
        var turn = ask(null, "What was the tower built of?");
        String text = library.talk().text().note(List.of(turn), new Plain());
        var note = library.notes().create("What was said", text, "");

        assertTrue(text.contains("[1]") && text.contains("[[tower"), text);
        assertEquals(
                List.of(note.id()),
                library.notes().links().to(source("tower")).stream()
                        .map(link -> link.from().id())
                        .distinct()
                        .toList());
        assertNotEquals(List.of(), library.notes().links().in(note.id(), note.markdown()));
    }

    @Test
    void whatWasAnsweredOnceProvesNoLaterAnswerAndIsFoundAllTheSame() throws Exception {
        String question = "What was the tower built of?";
        var turn = ask(null, question);
        var text = library.talk().text();
        library.notes().create("What was said", text.note(turn.answer(), new Plain()), "");

        assertEquals(Set.of(source("tower")), cited(ask(null, question)));
        assertEquals(
                Set.of(source("tower")), cited(ask(null, question, AnswerMode.LIST, Scope.ALL)));
        assertTrue(
                library
                        .searcher()
                        .search(Query.ofPlainText("tower stone", Query.Mode.KEYWORD, 5))
                        .hits()
                        .stream()
                        .anyMatch(hit -> hit.source().title().equals("What was said")));
    }

    @Test
    void aNoteThatIsNoLongerMarkedAsAnsweredProvesAgain() throws Exception {
        String made = "The mast was carved from whale bone by three sailors.";
        String question = "What was the mast carved from?";
        var note =
                library.notes()
                        .create("Mast", FrontMatter.with(made, "pharos", "conversation"), "");

        assertEquals(Set.of(), cited(ask(null, question)));
        library.notes().save(note.id(), note.revision(), made);
        assertEquals(Set.of(note.id()), cited(ask(null, question)));
    }

    @Test
    void theWordsOfAnAnswerMakeNoTagsAndLinksInANote() throws Exception {
        importFiles(
                write("odd.txt", "The lamp was #bright and [[tower]] *was* | its <b>name</b>."));
        var turn = ask(null, "What was the lamp?");
        var note =
                library.notes()
                        .create("Odd", library.talk().text().note(turn.answer(), new Plain()), "");

        assertTrue(turn.answer().text().contains("#bright"), turn.answer()::text);
        assertEquals(Set.of(), note.source().tags());
        assertEquals(List.of(), library.tags().all());
        assertEquals(List.of(), library.notes().links().to(source("tower")));
        String copied = library.talk().text().plain(turn.answer(), new Plain());
        assertTrue(copied.contains("#bright and [[tower]] *was* |"), copied);
        assertTrue(copied.contains("1. odd: “"), copied);
    }

    @Test
    void whatIsCancelledAtItsEndIsNotKept() {
        var cancelled = new AtomicBoolean();
        var listener = AnswerListener.of(_ -> cancelled.set(true));
        Progress progress =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return cancelled.get();
                    }
                };
        var inquiry = Inquiry.first("How is bread baked?", AnswerMode.DIRECT, Scope.ALL, true);
        assertThrows(
                CancellationException.class,
                () -> library.talk().interlocutor().ask(inquiry, listener, progress));
        assertEquals(List.of(), conversations().all());
    }

    private static final class Plain implements ConversationText.Words {
        @Override
        public String sources() {
            return "Sources";
        }

        @Override
        public String place(Source source, Citation citation) {
            return "";
        }

        @Override
        public String doubt(Doubt doubt) {
            return doubt.toString();
        }

        @Override
        public String unsupported() {
            return "Nothing.";
        }

        @Override
        public String stopped() {
            return "Stopped.";
        }
    }
}
