package dev.pharos.ui.shell;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.shell.Location.Page;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the window shows: the one line the user types into, what stands in the column at the side
/// because of it, and the tabs of one half or of two.
public final class ShellViewModel implements Opening {

    /// What the column at the side shows.
    public enum Column {
        LIBRARY,
        RECORDINGS,
        NOTES,
        TAGS,
        RESULTS,
        CONVERSATIONS
    }

    private final SearchViewModel search;
    private final Consumer<String> asked;
    private final Predicate<SourceId> exclusive;
    private final StringProperty line = new SimpleStringProperty("");
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.LIBRARY);
    private final BooleanProperty listShown = new SimpleBooleanProperty(true);
    private final BooleanProperty listWanted = new SimpleBooleanProperty(true);
    private final DoubleProperty listWidth =
            new SimpleDoubleProperty(WindowSettings.DEFAULT.listWidth());
    private final ObjectProperty<@Nullable Spot> listSpot = new SimpleObjectProperty<>();
    private final DoubleProperty splitAt =
            new SimpleDoubleProperty(WindowSettings.DEFAULT.splitAt());
    private final ReadOnlyBooleanWrapper split = new ReadOnlyBooleanWrapper();
    private final BooleanProperty firstSteps = new SimpleBooleanProperty();
    private final TabsViewModel left = new TabsViewModel();
    private final TabsViewModel right = new TabsViewModel();
    private final ReadOnlyObjectWrapper<TabsViewModel> active = new ReadOnlyObjectWrapper<>(left);
    private final ObservableValue<Column> column;
    private final ObservableValue<Location> location;

    /// What was chosen before a question was asked.
    private Section before = Section.LIBRARY;

    /// The best hit is to be opened as soon as there is one.
    private boolean openBest;

    /// @param asked begins a conversation with a question; where that is blank, with none
    /// @param exclusive tells of a source that can be open in one half of the window only
    public ShellViewModel(
            SearchViewModel search, Consumer<String> asked, Predicate<SourceId> exclusive) {
        this.search = search;
        this.asked = asked;
        this.exclusive = exclusive;
        column = Bindings.createObjectBinding(this::columnNow, line, section);
        location = active.flatMap(TabsViewModel::shownProperty).map(TabsViewModel.Shown::location);
        search.stateProperty().subscribe(this::openIfAwaited);
        line.subscribe(text -> {
            openBest = false;
            if (!asking()) {
                search.textProperty().set(text);
            }
        });
        search.textProperty().subscribe((_, text) -> line.set(text));
        section.subscribe((was, now) -> {
            if (was != Section.ASK) {
                before = was;
            }
            if (now != Section.ASK) {
                search.textProperty().set(line.get());
            }
        });
    }

    private Column columnNow() {
        boolean searching = !line.get().isBlank();
        return switch (section.get()) {
            case ASK -> Column.CONVERSATIONS;
            case LIBRARY -> searching ? Column.RESULTS : Column.LIBRARY;
            case RECORDINGS -> searching ? Column.RESULTS : Column.RECORDINGS;
            case NOTES -> searching ? Column.RESULTS : Column.NOTES;
            case TAGS -> searching ? Column.RESULTS : Column.TAGS;
        };
    }

    public StringProperty lineProperty() {
        return line;
    }

    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /// Whether the line is a question; else it is searched for while it is typed.
    public boolean asking() {
        return section.get() == Section.ASK;
    }

    public ObservableValue<Column> column() {
        return column;
    }

    /// Whether the column at the side is there.
    public BooleanProperty listShownProperty() {
        return listShown;
    }

    /// Whether it is to be there wherever there is room for it.
    public BooleanProperty listWantedProperty() {
        return listWanted;
    }

    /// How wide that column is, or was when it was last seen, in pixels.
    public DoubleProperty listWidthProperty() {
        return listWidth;
    }

    /// Where the list in that column was left, or null.
    public ObjectProperty<@Nullable Spot> listSpotProperty() {
        return listSpot;
    }

    /// Where the second half begins, or began, from 0 to 1.
    public DoubleProperty splitAtProperty() {
        return splitAt;
    }

    /// The first steps stand in front of everything.
    public BooleanProperty firstStepsProperty() {
        return firstSteps;
    }

    public TabsViewModel left() {
        return left;
    }

    /// The second half, which is bare where the window is not split.
    public TabsViewModel right() {
        return right;
    }

    public ReadOnlyBooleanProperty splitProperty() {
        return split.getReadOnlyProperty();
    }

    /// The half that what is opened comes into.
    public ReadOnlyObjectProperty<TabsViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public TabsViewModel active() {
        return active.get();
    }

    public void activate(TabsViewModel half) {
        if (half == left || split.get()) {
            active.set(half);
        }
    }

    /// What the active half shows.
    public ObservableValue<Location> location() {
        return location;
    }

    /// What is read or heard in the active half, or null.
    public ObservableValue<@Nullable Target> open() {
        return location.map(at -> at instanceof Location.Reading(var target) ? target : null);
    }

    /// Turns the column to something else; what was searched for is put away. What is chosen
    /// already hides the column, or shows it again.
    public void choose(Section chosen) {
        boolean there = section.get() == chosen && (chosen == Section.ASK || line.get().isBlank());
        if (chosen != Section.ASK) {
            line.set("");
        }
        section.set(chosen);
        listShown.set(!(there && listShown.get()));
    }

    /// Turns the line to a question, or back to a search in what was chosen before.
    public void setAsking(boolean asking) {
        section.set(asking ? Section.ASK : asking() ? before : section.get());
        listShown.set(true);
    }

    /// Searches for words in the whole library.
    public void search(String words) {
        setAsking(false);
        line.set(words);
    }

    /// Begins a conversation with what stands in the line.
    public void ask() {
        setAsking(true);
        String question = line.get();
        line.set("");
        show(Page.ASK);
        asked.accept(question);
    }

    /// What the Enter key does in the line: asks the question, or opens the best hit.
    public void enter() {
        listShown.set(true);
        if (asking()) {
            ask();
        } else if (search.stateProperty().get() instanceof SearchViewModel.State.Found(var result)
                && !result.hits().isEmpty()
                && result.query().text().equals(line.get())) {
            open(Target.of(result.hits().getFirst()));
        } else {
            openBest = true;
            search.searchNow();
        }
    }

    private void openIfAwaited(SearchViewModel.State found) {
        if (openBest && found instanceof SearchViewModel.State.Found(var result)) {
            openBest = false;
            result.hits().stream().findFirst().map(Target::of).ifPresent(this::open);
        }
    }

    @Override
    public void open(Target target, Where where) {
        var there = new Location.Reading(target);
        if (elsewhere(active(), target)) {
            var other = other(active());
            activate(other);
            other.open(there);
            return;
        }
        switch (where) {
            case HERE -> active().open(there);
            case NEW_TAB -> openTab(there);
            case BESIDE -> openBeside(there);
        }
    }

    private TabsViewModel other(TabsViewModel half) {
        return half == left ? right : left;
    }

    /// Whether what a half would show stands in the other one, which alone can show it.
    boolean elsewhere(TabsViewModel half) {
        return half.location() instanceof Location.Reading(var target) && elsewhere(half, target);
    }

    private boolean elsewhere(TabsViewModel half, Target target) {
        return split.get()
                && exclusive.test(target.source())
                && other(half).location() instanceof Location.Reading(var there)
                && there.source().equals(target.source());
    }

    private void openBeside(Location there) {
        var half = split.get() ? other(active()) : right;
        split.set(true);
        activate(half);
        half.open(there);
    }

    /// Splits the window in two halves, or makes one of them again, with all their tabs.
    public void toggleSplit() {
        if (split.get()) {
            unsplit();
            return;
        }
        left.leave();
        var there = left.location();
        split.set(true);
        activate(right);
        if (there instanceof Location.Reading(var target) && !exclusive.test(target.source())) {
            right.open(there);
        }
    }

    private void unsplit() {
        boolean keep = active() == right || left.bare();
        boolean away = elsewhere(right);
        right.leave();
        var shown = right.location();
        active.set(left);
        split.set(false);
        left.takeOver(right);
        if (keep) {
            left.showing(shown).ifPresent(tab -> left.choose(tab, away ? tab.location() : shown));
        }
    }

    /// Closes a tab; a second half that is bare goes.
    public void close(TabsViewModel half, Tab tab) {
        half.close(tab);
        if (split.get() && half.bare()) {
            unsplit();
        }
    }

    /// A new tab in the active half.
    public void newTab() {
        active().openNew(new Location.Empty());
    }

    /// Shows a page: where it is open already, else in a tab of its own. Puts away what lies over
    /// it.
    public void show(Page page) {
        Stream.of(active(), other(active()))
                .filter(half -> half == left || split.get())
                .filter(half -> half.showing(page).isPresent())
                .findFirst()
                .ifPresentOrElse(half -> show(half, page), () -> openTab(page));
    }

    private void show(TabsViewModel half, Page page) {
        activate(half);
        half.choose(half.showing(page).orElseThrow());
        half.open(page);
    }

    private void openTab(Location there) {
        if (active().location() instanceof Location.Empty) {
            active().open(there);
        } else {
            active().openNew(there);
        }
    }

    /// Turns from one page to another in the same tab: back, if it came from there.
    public void turn(Page page) {
        if (active().tab().cameFrom(page)) {
            active().back();
        } else {
            active().open(page);
        }
    }

    /// Whether the active half shows a page.
    public boolean showsPage() {
        return active().location() instanceof Page;
    }

    /// Leaves a page for what stood there before; where there was nothing, its tab is closed.
    public void leavePage() {
        if (showsPage() && active().hasBack()) {
            active().back();
        } else if (showsPage()) {
            close(active(), active().tab());
        }
    }

    /// One step back in the line: from the answer, else to an empty line.
    public void back() {
        if (asking()) {
            setAsking(false);
        } else {
            line.set("");
        }
    }

    /// All that is open, for the next start.
    List<Location> locations(boolean second) {
        return second && !split.get() ? List.of() : (second ? right : left).locations();
    }

    /// Opens what was open at the last start.
    void restore(List<Location> first, int firstChosen, List<Location> second, int secondChosen) {
        left.restore(first, firstChosen);
        if (!second.isEmpty()) {
            split.set(true);
            right.restore(second, secondChosen);
        }
    }
}
