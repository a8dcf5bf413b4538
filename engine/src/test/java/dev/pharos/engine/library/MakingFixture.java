package dev.pharos.engine.library;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.work.Noticing;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A library with recordings of which notes are made.
abstract class MakingFixture extends RecordingsFixture {
    static final long SENTENCE_MS = 5_000;
    static final List<String> MEETING =
            List.of(
                    "Anna: Welcome to the meeting about the solar panels on the school roof.",
                    "Ben: The solar panels cost twelve thousand euros with the inverter and cables.",
                    "Anna: The school roof faces south and carries the weight of the panels.",
                    "Ben: We decided to buy the solar panels from the supplier in the village.",
                    "Anna: The panels make enough electricity for the kitchen and the lights.",
                    "Ben: I'll send the contract to the supplier by Friday.",
                    "Anna: The school kitchen needs a new oven because the old oven burns bread.",
                    "Ben: A good oven for the kitchen costs about three thousand euros.",
                    "Anna: We still need to find out who repairs the kitchen windows in winter.");

    Abilities.Chat chat() {
        return Abilities.Chat.NONE;
    }

    Research research() {
        return Research.OFF;
    }

    /// Web pages and notes are read as they are.
    @Override
    Abilities deaf() {
        return new Abilities(
                new Extractor() {
                    private final Extractor pages = new DirectExtractor();
                    private final Extractor scripts = new PlainText();

                    @Override
                    public Document extract(Path file, Path name) throws ProblemException {
                        return (name.toString().matches(".*\\.(html|md)") ? pages : scripts)
                                .extract(file, name);
                    }

                    @Override
                    public void close() {}
                },
                FixedEmbedders.of(embedder),
                chat(),
                null,
                research());
    }

    /// What a making tells beside its note.
    List<Problem> noticed(SourceId source, Settings settings) throws ProblemException {
        var noticed = new ArrayList<Problem>();
        library.making().make(source, settings, _ -> {}, new Noticing(noticed));
        return noticed;
    }

    Source recorded(String language, List<String> said) throws Exception {
        var id = imported(new SpeechScript().silence(said.size() * SENTENCE_MS));
        say(id, language, said);
        return library.sources().find(id).orElseThrow();
    }

    SourceId recording(String file) throws Exception {
        var imported = importFile(new SpeechScript().silence(60_000).write(temp.resolve(file)));
        return Objects.requireNonNull(imported.source());
    }

    void say(SourceId id, String language, List<String> said) throws Exception {
        var segments = new ArrayList<Segment>();
        for (String each : said) {
            int colon = each.indexOf(": ");
            long start = segments.size() * SENTENCE_MS;
            segments.add(
                    new Segment(
                            start,
                            start + SENTENCE_MS - 500,
                            each.substring(0, colon),
                            each.substring(colon + 2),
                            List.of()));
        }
        var words =
                new Transcript(language, said.size() * SENTENCE_MS, "test", "CPU", segments, true);
        library.recordings().save(library.sources().find(id).orElseThrow(), words, Origin.IMPORTED);
    }

    Made make(SourceId source) throws ProblemException {
        return make(source, Settings.DEFAULT);
    }

    Made make(SourceId source, @Nullable String form) throws ProblemException {
        return make(source, new Settings(form, null, true, true, null));
    }

    Made make(SourceId source, Settings settings) throws ProblemException {
        return library.making().make(source, settings, _ -> {}, Progress.NONE).getFirst();
    }

    Note note(Made made) {
        return library.notes().find(made.note().id()).orElseThrow();
    }

    long notes() {
        return library.sources().all().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .count();
    }
}
