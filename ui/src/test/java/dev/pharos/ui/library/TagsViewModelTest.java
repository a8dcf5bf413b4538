package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.tag.TagTree;
import dev.pharos.ui.library.TagsViewModel.Tag;
import dev.pharos.ui.work.Background;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

final class TagsViewModelTest {
    private final List<Source> kept = new ArrayList<>();
    private final LibraryViewModel library =
            new LibraryViewModel(
                    _ -> List.copyOf(kept),
                    new Background(Runnable::run, Runnable::run),
                    Runnable::run,
                    Locale.GERMAN);
    private final SimpleObjectProperty<List<dev.pharos.engine.tag.Tag>> known =
            new SimpleObjectProperty<>(List.of());
    private final TagsViewModel tags = new TagsViewModel(library, known, Locale.GERMAN);

    private void keep(String title, String... with) {
        kept.add(
                new Source(
                        new SourceId(new UUID(0, kept.size())),
                        SourceKind.NOTE,
                        title,
                        Path.of(title),
                        1,
                        "",
                        0,
                        "text/markdown",
                        "en",
                        List.of(),
                        Set.of(with),
                        null,
                        null,
                        Instant.EPOCH.plusSeconds(kept.size()),
                        1));
        library.load();
        var uses = new ArrayList<TagTree.Use>();
        for (int i = 0; i < kept.size(); i++) {
            for (String name : kept.get(i).tags()) {
                uses.add(new TagTree.Use(i, name));
            }
        }
        known.set(TagTree.of(uses, Map.of()));
    }

    private List<String> titles() {
        return tags.sources().shown().stream().map(Source::title).toList();
    }

    @Test
    void tagsLieWithinEachOtherAndCountEachSourceOnce() {
        keep("Tides", "sea", "sea/tides");
        keep("Lamps", "sea/lights");
        keep("Plain");
        assertEquals(
                List.of(
                        new Tag(
                                "sea",
                                "sea",
                                2,
                                List.of(
                                        new Tag("sea/lights", "lights", 1, List.of()),
                                        new Tag("sea/tides", "tides", 1, List.of())))),
                tags.tagsProperty().get());
    }

    @Test
    void theyAreOrderedAsTheirLanguageOrdersThem() {
        keep("All", "zebra", "Öl", "apfel");
        assertEquals(
                List.of("apfel", "Öl", "zebra"),
                tags.tagsProperty().get().stream().map(Tag::name).toList());
    }

    @Test
    void theChosenOneHasWhatIsWithinItButNotWhatOnlyBeginsAlike() {
        keep("Tides", "sea/tides");
        keep("Seal", "seal");
        tags.choose("sea");
        assertEquals(List.of("Tides"), titles());
    }

    @Test
    void upperAndLowerCaseAreOneTag() {
        keep("Tides", "Sea");
        keep("Lamps", "sea/lights");
        assertEquals(1, tags.tagsProperty().get().size());
        tags.choose(tags.tagsProperty().get().getFirst().path());
        assertEquals(List.of("Lamps", "Tides"), titles());
    }

    @Test
    void narrowingKeepsWhatATagThatIsLookedForLiesWithin() {
        keep("Tides", "sea/tides");
        keep("Lamps", "land");
        tags.filterProperty().set("TID");
        assertEquals(
                List.of(
                        new Tag(
                                "sea",
                                "sea",
                                1,
                                List.of(new Tag("sea/tides", "tides", 1, List.of())))),
                tags.tagsProperty().get());
    }

    @Test
    void aRenamedTagStaysChosenAndOneThatIsGoneDoesNot() {
        keep("Tides", "sea/tides");
        tags.choose("sea/tides");
        tags.follow("sea", "ocean");
        assertEquals("ocean/tides", tags.chosenProperty().get());
        keep("Lamps", "land");
        assertEquals("", tags.chosenProperty().get());
        assertEquals(List.of("Lamps", "Tides"), titles());
    }

    @Test
    void whileNoneIsChosenAllWithATagAreThere() {
        keep("Tides", "sea");
        keep("Plain");
        assertEquals(List.of("Tides"), titles());
    }
}
