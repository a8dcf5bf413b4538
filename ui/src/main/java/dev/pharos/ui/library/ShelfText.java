package dev.pharos.ui.library;

import dev.pharos.ui.Texts;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What the list of the library can show, in words.
public final class ShelfText {
    private final Texts texts;

    public ShelfText(Texts texts) {
        this.texts = texts;
    }

    String name(Shelf shelf) {
        return switch (shelf) {
            case Shelf.Own own ->
                    switch (own) {
                        case ALL -> texts.text("shelf.all");
                        case READ -> texts.text("shelf.read");
                        case ADDED -> texts.text("shelf.new");
                        case UNTAGGED -> texts.text("shelf.untagged");
                        case TRASH -> texts.text("shelf.trash");
                    };
            case Shelf.Collected(var collection) -> collection.name();
        };
    }

    /// The list of what is chosen.
    public LibraryController.About about(ShelvesViewModel shelves, SourceFacts facts) {
        var chosen = shelves.chosenProperty();
        return new LibraryController.About(
                count -> texts.text("shelf.count", name(chosen.get()), count),
                facts,
                () -> empty(chosen.get()),
                shelves::picked);
    }

    /// What to do while nothing stands on it.
    private LibraryController.Empty empty(Shelf shelf) {
        return switch (shelf) {
            case Shelf.Own own ->
                    switch (own) {
                        case ALL, TRASH ->
                                new LibraryController.Empty(
                                        Material2AL.LIBRARY_BOOKS,
                                        texts.text("library.empty"),
                                        texts.text("library.emptyHint"));
                        case READ ->
                                new LibraryController.Empty(
                                        Material2AL.HISTORY,
                                        texts.text("shelf.readEmpty"),
                                        texts.text("shelf.readHint"));
                        case ADDED ->
                                new LibraryController.Empty(
                                        Material2AL.FIBER_NEW,
                                        texts.text("shelf.newEmpty"),
                                        texts.text("library.emptyHint"));
                        case UNTAGGED ->
                                new LibraryController.Empty(
                                        Material2AL.LABEL,
                                        texts.text("shelf.untaggedEmpty"),
                                        texts.text("shelf.untaggedHint"));
                    };
            case Shelf.Collected collected ->
                    collected.picked()
                            ? new LibraryController.Empty(
                                    Material2AL.CREATE_NEW_FOLDER,
                                    texts.text("shelf.pickedEmpty"),
                                    texts.text("shelf.pickedHint"))
                            : new LibraryController.Empty(
                                    Material2MZ.SEARCH,
                                    texts.text("shelf.searchEmpty"),
                                    texts.text("shelf.searchHint"));
        };
    }
}
