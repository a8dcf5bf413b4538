package dev.pharos.engine.library;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.conversation.CitedPlaces;
import dev.pharos.engine.conversation.ConversationText;
import dev.pharos.engine.conversation.Interlocutor;
import dev.pharos.engine.conversation.NextActions;
import dev.pharos.engine.conversation.Rewriter;
import dev.pharos.engine.conversation.Talk;
import dev.pharos.engine.learning.QuizMaking;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteConversations;
import dev.pharos.engine.storage.SqliteMadeNotes;
import dev.pharos.engine.transcription.Transcripts;

import java.time.Clock;

/// Makes the [Talk] of a [Library].
final class LibraryTalk {
    private LibraryTalk() {}

    static Talk of(
            Database database,
            Answerer answerer,
            Sources sources,
            Transcripts transcripts,
            Collections collections,
            Notes notes,
            CitedPlaces cited,
            LibraryEmbedding embedding,
            Abilities.Chat chat) {
        var conversations = new SqliteConversations(database);
        var interlocutor =
                new Interlocutor(
                        conversations,
                        answerer,
                        new Rewriter(chat),
                        sources,
                        collections,
                        Clock.systemUTC());
        var made = new SqliteMadeNotes(database);
        return new Talk(
                conversations,
                interlocutor,
                cited,
                new ConversationText(sources, notes.links()),
                new NextActions(sources, collections, made),
                new QuizMaking(
                        new QuizMaking.Parts(
                                sources,
                                transcripts,
                                notes,
                                made,
                                embedding::embedder,
                                Clock.systemDefaultZone())));
    }
}
