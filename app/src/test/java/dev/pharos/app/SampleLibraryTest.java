package dev.pharos.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.sample.SampleLibrary;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The samples that come with the program, in a real library.
@SuppressWarnings("NullAway.Init")
final class SampleLibraryTest {
    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    @TempDir Path temp;
    private Wiring wiring;
    private Library library;
    private SampleLibrary samples;

    @BeforeEach
    void open() throws ProblemException {
        var folders = new Folders(temp.resolve("data"), temp.resolve("config"), CACHE);
        wiring = new Wiring(folders);
        library = wiring.open(folders.library(), Library.Access.WRITE);
        samples = new SampleLibrary(library, wiring.samples());
    }

    @AfterEach
    void close() {
        library.close();
        wiring.close();
    }

    private SourceId add(String language) throws ProblemException {
        var begin = samples.add(Locale.of(language), "Samples", Progress.NONE);
        assertTrue(begin != null && samples.present(), "there is something to begin with");
        return begin;
    }

    private Set<SourceId> ids() {
        return library.sources().all().stream().map(Source::id).collect(Collectors.toSet());
    }

    @Test
    void everyScreenHasSomethingToShow() throws ProblemException {
        add("en");
        var kinds = EnumSet.noneOf(SourceKind.class);
        library.sources().all().forEach(each -> kinds.add(each.kind()));
        var talk =
                library.sources().all().stream()
                        .filter(each -> each.kind() == SourceKind.RECORDING)
                        .findFirst()
                        .orElseThrow();
        var names = library.collections().all().stream().map(SavedCollection::name).toList();
        assertEquals(EnumSet.complementOf(EnumSet.of(SourceKind.TEXT)), kinds);
        assertEquals(
                List.of("Nora", "Marta"),
                library.transcripts().find(talk.id()).orElseThrow().speakers());
        assertEquals(List.of(), library.jobs().all());
        assertEquals(3, library.highlights().all().size());
        assertEquals(Set.of("Samples", "Lenses", "Alexandria"), new HashSet<>(names));
        for (var each : library.collections().all()) {
            assertTrue(library.collections().count(each.id()) > 1, each.name());
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws ProblemException {
        for (String language : List.of("en", "de", "ru")) {
            add(language);
        }
        for (var note : library.sources().all()) {
            if (note.kind() == SourceKind.NOTE) {
                assertEquals(List.of(), missing(note), note.title());
            }
        }
    }

    private List<String> missing(Source note) {
        String markdown = library.notes().text(note.id(), note.revision()).orElseThrow();
        return library.notes().links().in(note.id(), markdown).stream()
                .filter(each -> each.to().isEmpty() && !each.link().target().endsWith(".png"))
                .map(each -> each.link().target())
                .toList();
    }

    @Test
    void theyGoInOneStepAndComeBack() throws ProblemException {
        add("en");
        var before = ids();
        var removed = samples.remove();
        assertEquals(List.of(), library.sources().all());
        assertEquals(List.of(), library.collections().all());
        assertFalse(samples.present());
        samples.undo(removed);
        assertEquals(before, ids());
        assertTrue(samples.present());
        assertEquals(3, library.collections().all().size());
    }

    @Test
    void whatWasRemovedIsNotBroughtInTwice() throws ProblemException {
        add("en");
        var before = ids();
        samples.remove();
        add("en");
        assertEquals(before, ids());
        assertEquals(List.of(), library.trash().all());
        assertEquals(3, library.highlights().all().size());
    }
}
