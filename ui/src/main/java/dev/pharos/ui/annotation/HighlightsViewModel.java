package dev.pharos.ui.annotation;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.annotation.HighlightsMarkdown;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that was marked in the library, the last one first, narrowed by words and by a colour.
/// Follows the library's changes.
public final class HighlightsViewModel {

    /// A highlight with its source.
    ///
    /// @param place in words, such as `p. 12`; may be empty
    public record Marked(Highlight highlight, Source source, String place) {

        /// Its words, where it was left.
        public Target target() {
            var place = highlight.place();
            return new Target(
                    source.id(),
                    place,
                    highlight.anchored()
                            ? List.of(new Hit.Range(place.startOffset(), place.endOffset()))
                            : List.of());
        }

        private boolean says(String word) {
            return Stream.of(highlight.quote(), highlight.note(), source.title())
                    .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(word));
        }
    }

    private final Highlights highlights;
    private final LibraryViewModel library;
    private final Changing changing;
    private final Reload<List<Highlight>> reload;
    private final Texts texts;
    private final PlaceText places;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Colour> colour = new SimpleObjectProperty<>();
    private final ObservableList<Marked> shown = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private List<Highlight> all = List.of();

    public HighlightsViewModel(
            Highlights highlights,
            LibraryViewModel library,
            Changing changing,
            Background background,
            Texts texts) {
        this.highlights = highlights;
        this.library = library;
        this.changing = changing;
        reload = new Reload<>(background);
        this.texts = texts;
        places = new PlaceText(texts);
        library.all().subscribe(this::load);
        changing.onChange(this::load);
        filter.subscribe((_, _) -> narrow());
        colour.subscribe((_, _) -> narrow());
        load();
    }

    public ObservableList<Marked> shown() {
        return shown;
    }

    /// Whether nothing was ever marked; false until that is known.
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /// Words that must all occur in what was marked, in what was written to it, or in the title.
    public StringProperty filterProperty() {
        return filter;
    }

    /// The only colour that is shown, or null for all.
    public ObjectProperty<@Nullable Colour> colourProperty() {
        return colour;
    }

    private void load() {
        reload.read(
                _ -> highlights.all(),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        all = now;
                        none.set(now.isEmpty());
                        narrow();
                    }
                });
    }

    private void narrow() {
        var words = Stream.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
        shown.setAll(
                all.stream()
                        .filter(each -> colour.get() == null || each.colour() == colour.get())
                        .flatMap(each -> Stream.ofNullable(marked(each)))
                        .filter(each -> words.stream().allMatch(each::says))
                        .toList());
    }

    private @Nullable Marked marked(Highlight highlight) {
        var source = library.find(highlight.source());
        return source == null
                ? null
                : new Marked(
                        highlight,
                        source,
                        places.of(source.kind(), source.title(), highlight.place()));
    }

    /// As Markdown, under a link to each source; each in the order of its list.
    public String markdown(List<Marked> chosen) {
        return chosen.stream()
                .collect(
                        Collectors.groupingBy(
                                Marked::source, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each ->
                        HighlightsMarkdown.of(
                                each.getKey(),
                                each.getValue().stream().map(Marked::highlight).toList(),
                                highlight ->
                                        places.of(
                                                each.getKey().kind(),
                                                each.getKey().title(),
                                                highlight.place())))
                .collect(Collectors.joining("\n"));
    }

    /// Forgets them; that can be taken back.
    public void remove(List<Marked> chosen) {
        var ids = chosen.stream().map(each -> each.highlight().id()).toList();
        changing.begin(_ -> {
            var change = highlights.remove(ids);
            return new Changing.Done(
                    texts.text("highlights.removed", change.before().size()),
                    _ -> highlights.undo(change));
        });
    }
}
