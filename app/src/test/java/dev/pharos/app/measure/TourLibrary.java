package dev.pharos.app.measure;

import dev.pharos.app.Wiring;
import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A library of 20,000 items as somebody may have after some years: letters and clippings, notes
/// that lead to each other under nested tags, web pages, papers, a thick PDF, an hour of speech.
final class TourLibrary {
    static final int ITEMS = 20_000;
    static final String THICK = "made-1000";
    static final String LONG = "An hour of speech";

    private static final int NOTES = 6_000;
    private static final int RECORDINGS = 20;
    private static final int PAPERS = 20;
    private static final int PAGES = 250;
    private static final int IN_A_FOLDER = 250;
    private static final int WORDS_A_LINE = 12;
    private static final long GAP_MS = 400;

    private final Bench bench;
    private final Random random = new Random(11);
    private final MadeText text;

    private TourLibrary(Bench bench) throws IOException, ProblemException {
        this.bench = bench;
        text = MadeText.from(bench, 11);
    }

    /// Makes it where it is not there from an earlier run, in some minutes, and gives its folder.
    static Path in(Bench bench, Wiring wiring) throws IOException, ProblemException {
        var folder = bench.folder().resolve("tour");
        var made = bench.folder().resolve("tour.made");
        if (!Files.exists(made)) {
            bench.empty("tour");
            new TourLibrary(bench).make(folder, wiring);
            Files.createFile(made);
        }
        return folder;
    }

    private void make(Path folder, Wiring wiring) throws IOException, ProblemException {
        Bench.tell("writing %,d files".formatted(ITEMS));
        var files = bench.empty("tour-files");
        notes(files.resolve("notes"));
        papers(files.resolve("papers"));
        pages(files.resolve("pages"));
        letters(files.resolve("letters"), ITEMS - NOTES - PAPERS - PAGES - RECORDINGS - 2);
        var sounds = Files.createDirectories(files.resolve("sounds"));
        for (int i = 0; i < RECORDINGS; i++) {
            var name = "Memo %02d.wav".formatted(i + 1);
            LongSound.write(sounds.resolve(name), Clip.bundled(), 30_000, 300, i);
        }
        var hour =
                LongSound.write(
                        sounds.resolve(LONG + ".wav"),
                        Clip.bundled(),
                        Duration.ofHours(1).toMillis(),
                        300,
                        99);
        Bench.tell("importing them");
        try (var library = wiring.open(folder, Library.Access.WRITE)) {
            library.importer().importAll(List.of(files), ImportListener.NONE, Progress.NONE);
            speak(library, hour);
            Bench.tell("%,d items; learning what they mean".formatted(library.sources().count()));
            library.meaning().await(Progress.NONE);
        }
    }

    /// The words of the long recording, as if they had been recognised; nobody waits for the rest.
    private static void speak(Library library, LongSound hour) throws ProblemException {
        for (var job : library.jobs().all()) {
            library.jobs().cancel(job.id());
        }
        var source =
                library.sources().all().stream()
                        .filter(each -> each.kind() == SourceKind.RECORDING)
                        .filter(each -> each.title().equals(LONG))
                        .findFirst()
                        .orElseThrow();
        library.recordings().save(source, transcript(hour), Transcripts.Origin.RECOGNISED);
    }

    private static Transcript transcript(LongSound hour) {
        var segments = new ArrayList<Segment>();
        var words = new ArrayList<Word>();
        for (int i = 0; i < hour.words().size(); i++) {
            var said = hour.words().get(i);
            boolean last = i == hour.words().size() - 1;
            long next = last ? hour.durationMs() : hour.words().get(i + 1).startMs();
            long end = Math.min(next, said.startMs() + GAP_MS);
            words.add(new Word(said.text(), said.startMs(), end, i % 40 == 0 ? 0.3f : 0.95f));
            if (words.size() == WORDS_A_LINE || last) {
                segments.add(segment(words, segments.size()));
                words.clear();
            }
        }
        return new Transcript("en", hour.durationMs(), "demo", "CPU", segments, true);
    }

    private static Segment segment(List<Word> words, int number) {
        var said = String.join(" ", words.stream().map(Word::text).toList());
        return new Segment(
                words.getFirst().startMs(),
                words.getLast().endMs(),
                number % 7 == 0 ? "Anna" : "Boris",
                said,
                words);
    }

    private void letters(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var name = "Letter %05d.txt".formatted(i);
            write(folder.resolve("%03d".formatted(i / IN_A_FOLDER)).resolve(name), text.text(35));
        }
    }

    /// Each leads to three others, mostly near ones, as notes do; one in fifty leads nowhere.
    private void notes(Path folder) throws IOException {
        for (int i = 0; i < NOTES; i++) {
            var links = new StringBuilder();
            for (int link = 0; link < (i % 50 == 0 ? 0 : 3); link++) {
                int to = Math.floorMod(i + (int) (random.nextGaussian() * 40), NOTES);
                links.append("See [[Note %04d]].\n".formatted(to));
            }
            var tag = "topic/%02d/%d".formatted(random.nextInt(30), random.nextInt(4));
            write(
                    folder.resolve("%02d".formatted(i / IN_A_FOLDER))
                            .resolve("Note %04d.md".formatted(i)),
                    "---\ntags: [%s]\n---\n# Note %04d\n\n%s\n\n- [ ] %s\n\n%s"
                            .formatted(tag, i, text.text(40), text.text(6), links));
        }
    }

    private void pages(Path folder) throws IOException {
        for (int i = 0; i < PAGES; i++) {
            var title = "Page %03d".formatted(i);
            write(
                    folder.resolve(title + ".html"),
                    "<html lang=en><head><title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>"
                            .formatted(title, title, text.text(60)));
        }
    }

    private void papers(Path folder) throws IOException, ProblemException {
        Files.createDirectories(folder);
        for (int i = 0; i < PAPERS; i++) {
            PdfText.made(bench, 5, 40 + i, folder.resolve("Paper %02d.pdf".formatted(i)));
        }
        PdfText.made(bench, 1_000, 4, folder.resolve(THICK + ".pdf"));
    }

    private static void write(Path file, String words) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }
}
