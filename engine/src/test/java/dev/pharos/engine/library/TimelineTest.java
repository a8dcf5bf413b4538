package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

final class TimelineTest extends LibraryFixture {

    private Set<String> told() {
        return library.timeline().events().stream()
                .map(event -> event.what() + " " + event.title())
                .collect(Collectors.toSet());
    }

    @Test
    void importsNotesAndHighlightsAreEvents() throws Exception {
        importFiles(write("tower.txt", "A fire burned at the top of the tower."));
        var tower = library.sources().all().getFirst();
        library.notes().create("Tides", "High water.", "");
        library.highlights().add(tower.id(), 2, 6, Highlight.Colour.YELLOW, "");
        var title = tower.title();
        assertEquals(Set.of("IMPORTED " + title, "WRITTEN Tides", "HIGHLIGHTED " + title), told());
        var marked =
                library.timeline().events().stream()
                        .filter(event -> event.what() == What.HIGHLIGHTED)
                        .map(Event::words)
                        .toList();
        assertEquals(List.of("fire"), marked);
    }

    @Test
    void aSittingAtANoteIsOneEvent() throws Exception {
        var note = library.notes().create("Tides", "High", "");
        for (int i = 0; i < 3; i++) {
            library.notes().save(note.id(), note.revision() + i, "High water " + i);
        }
        assertEquals(
                List.of(What.WRITTEN),
                library.timeline().events().stream().map(Event::what).toList());
    }

    @Test
    void whatIsInTheTrashHasNoTime() throws Exception {
        var note = library.notes().create("Tides", "High", "");
        library.trash().put(List.of(note.id()));
        assertEquals(List.of(), library.timeline().events());
    }
}
