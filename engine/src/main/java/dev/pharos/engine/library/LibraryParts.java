package dev.pharos.engine.library;

import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.conversation.CitedPlaces;
import dev.pharos.engine.conversation.Talk;
import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.making.NoteMaking;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.relationship.Relationships;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.SqliteJobs;
import dev.pharos.engine.storage.SqliteMirror;
import dev.pharos.engine.storage.SqlitePassages;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteTimeline;
import dev.pharos.engine.storage.SqliteTranscripts;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.timeline.Timeline;
import dev.pharos.engine.work.JobQueue;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/// What a library is made of, each part with those that it needs.
final class LibraryParts {
    private static final String RECORDINGS = "recordings";

    final Sources sources;
    final Passages passages;
    final FileBlobs blobs;
    final LibraryEmbedding embedding;
    final Searcher searcher;
    final Answerer answerer;
    final Importer importer;
    final LibraryIndexing indexing;
    final JobQueue jobs;
    final SqliteTranscripts transcripts;
    final LibraryRecordings recordings;
    final LibraryNotes notes;
    final Tags tags;
    final Collections collections;
    final Highlights highlights;
    final Trash trash;
    final Talk talk;
    final NoteMaking making;
    final LibraryBatches batches;
    final Relations relations;
    final Relationships relationships;
    final Timeline timeline;
    final Supplier<LibraryExport> export;
    final NoteMirror mirror;
    final @Nullable Recorder recorder;

    LibraryParts(LibraryFolder folder, Abilities abilities) {
        var path = folder.path();
        var database = folder.database();
        var speech = abilities.speech();
        var kept = new SqliteJobs(database, Clock.systemUTC());
        sources = new SqliteSources(database);
        passages = new SqlitePassages(database);
        blobs = new FileBlobs(path.resolve("blobs"));
        transcripts = new SqliteTranscripts(database, Clock.systemUTC());
        embedding =
                LibraryEmbedding.of(
                        path, folder.access(), abilities.embedders(), passages, database);
        jobs = new JobQueue(kept, workers(speech));
        indexing = new LibraryIndexing(passages, embedding, jobs);
        searcher =
                LibraryCollections.searcher(
                        database, sources, passages, transcripts, embedding::means);
        answerer =
                new Answerer(searcher, sources, transcripts, embedding::embedder, abilities.chat());
        var chunker = new Chunker(embedding.ruler(), Chunker.Size.DEFAULT);
        var store = new RecordingStore(database, sources, transcripts, kept, chunker);
        boolean writable = folder.writable();
        recordings =
                LibraryRecordings.of(store, blobs, chunker, indexing, jobs, abilities, writable);
        recorder = speech == null || !writable ? null : speech.recorder(path.resolve(RECORDINGS));
        var extractor = abilities.extractor();
        notes =
                LibraryNotes.of(
                        database, sources, blobs, extractor, chunker, searcher, indexing::edited);
        tags = new LibraryTags(database, notes.store());
        collections = new LibraryCollections(database, searcher, notes.store()::changed);
        highlights =
                new LibraryHighlights(
                        database, sources, transcripts, indexing::edited, Clock.systemUTC());
        relations = LibraryRelations.of(folder, database, sources, passages, notes, embedding);
        relationships =
                LibraryRelationships.of(
                        database, sources, passages, transcripts, notes, searcher, embedding);
        timeline = new SqliteTimeline(database);
        trash = new LibraryTrash(database, blobs, store, jobs, indexing, Clock.systemUTC());
        var marks = new OwnersMarks(database);
        var past = new SourcePast(database, sources, blobs);
        importer =
                new ImportParts(store, blobs, chunker, notes, marks, past, indexing)
                        .importer(abilities, path);
        var cited = new CitedPlaces(sources, transcripts, highlights, trash);
        talk =
                LibraryTalk.of(
                        database,
                        answerer,
                        sources,
                        transcripts,
                        collections,
                        notes,
                        cited,
                        embedding,
                        abilities.chat());
        making =
                LibraryMaking.of(
                        database,
                        sources,
                        transcripts,
                        notes,
                        tags,
                        relations,
                        jobs,
                        embedding,
                        abilities);
        batches =
                LibraryMaking.batches(
                        database,
                        new LibraryBatches.Parts(database, store, kept, jobs, speech),
                        sources,
                        making,
                        relationships);
        export = () -> new LibraryExport(store, blobs, marks, past, trash, path);
        mirror = new NoteMirror(new SqliteMirror(database), sources, blobs, notes, trash);
    }

    private Map<String, JobQueue.Worker> workers(Abilities.@Nullable Speech speech) {
        var notes = new NoteJobs(() -> batches);
        return speech == null
                ? Map.of(Batches.MAKE_NOTE, notes)
                : Map.of(
                        Batches.MAKE_NOTE,
                        notes,
                        Recordings.TRANSCRIBE,
                        new TranscriptionJobs(() -> recordings));
    }
}
