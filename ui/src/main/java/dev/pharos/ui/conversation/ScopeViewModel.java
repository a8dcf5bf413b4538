package dev.pharos.ui.conversation;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.Tags;
import dev.pharos.ui.Texts;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be chosen for an answer to be looked for in, and how that is said. For the JavaFX
/// thread.
public final class ScopeViewModel {

    /// From its beginning to before its end; null is open.
    record Period(@Nullable Instant after, @Nullable Instant before) {
        static final Period ALWAYS = new Period(null, null);

        Instant start() {
            return after == null ? Instant.MIN : after;
        }
    }

    /// What there is to choose from.
    record Known(List<SavedCollection> collections, List<Tag> tags) {}

    private static final Pattern YEARS =
            Pattern.compile("\\s*(\\d{4})?\\s*([-–—])?\\s*(\\d{4})?\\s*");

    private final Collections collections;
    private final Tags tags;
    private final LibraryViewModel library;
    private final Reload<Known> reload;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Known> known =
            new ReadOnlyObjectWrapper<>(new Known(List.of(), List.of()));

    public ScopeViewModel(
            Collections collections,
            Tags tags,
            LibraryViewModel library,
            Background background,
            Texts texts) {
        this.collections = collections;
        this.tags = tags;
        this.library = library;
        reload = new Reload<>(background);
        this.texts = texts;
    }

    /// Reads what there is to choose from.
    void load() {
        reload.read(
                _ -> new Known(collections.all(), flat(tags.all()).toList()),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        known.set(now);
                    }
                });
    }

    private static Stream<Tag> flat(List<Tag> all) {
        return all.stream().flatMap(each -> Stream.concat(Stream.of(each), flat(each.nested())));
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    @Nullable Source source(SourceId id) {
        return library.find(id);
    }

    List<Source> sources() {
        return library.all();
    }

    /// With one more of them, or one less where it was there.
    static <T> List<T> turned(List<T> all, T one) {
        var now = new ArrayList<>(all);
        if (!now.remove(one)) {
            now.add(one);
        }
        return now;
    }

    static Scope withCollection(Scope scope, SavedCollection collection) {
        return new Scope(
                turned(scope.collections(), collection.id()), scope.sources(), scope.filter());
    }

    static Scope withTag(Scope scope, String tag) {
        var was = scope.filter();
        return with(scope, was.kinds(), turned(was.tags(), tag), was.after(), was.before());
    }

    static Scope withKind(Scope scope, SourceKind kind) {
        var was = scope.filter();
        return with(scope, turned(was.kinds(), kind), was.tags(), was.after(), was.before());
    }

    static Scope withPeriod(Scope scope, Period period) {
        var was = scope.filter();
        return with(scope, was.kinds(), was.tags(), period.after(), period.before());
    }

    static Scope withSources(List<SourceId> sources) {
        return new Scope(List.of(), sources, SourceFilter.ALL);
    }

    private static Scope with(
            Scope scope,
            List<SourceKind> kinds,
            List<String> tags,
            @Nullable Instant after,
            @Nullable Instant before) {
        var was = scope.filter();
        return new Scope(
                scope.collections(),
                scope.sources(),
                new SourceFilter(kinds, tags, was.titles(), was.languages(), after, before));
    }

    static Period sinceYear(int year) {
        return new Period(start(year), null);
    }

    private static Instant start(int year) {
        return day(Year.of(year).atDay(1));
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    static Period lastDays(int days) {
        return new Period(day(LocalDate.now().minusDays(days)), null);
    }

    /// Reads `2019`, `2019-2021`, `2019-` and `-2021`; null where it is none of these, or ends
    /// before it begins.
    static @Nullable Period period(String typed) {
        var years = YEARS.matcher(typed);
        if (!years.matches() || years.group(1) == null && years.group(3) == null) {
            return null;
        }
        var from = years.group(1) == null ? null : start(Integer.parseInt(years.group(1)));
        if (years.group(2) == null) {
            return years.group(3) == null && years.group(1) != null
                    ? new Period(from, start(Integer.parseInt(years.group(1)) + 1))
                    : null;
        }
        var to = years.group(3) == null ? null : start(Integer.parseInt(years.group(3)) + 1);
        return from != null && to != null && !from.isBefore(to) ? null : new Period(from, to);
    }

    /// Where it is looked for, in words; empty for everywhere.
    public String words(Scope scope) {
        var filter = scope.filter();
        return Stream.of(
                        scope.collections().stream()
                                .map(id -> texts.text("scope.in", collection(id))),
                        scope.sources().stream().map(id -> texts.text("scope.inSource", title(id))),
                        filter.tags().stream().map(tag -> "#" + tag),
                        filter.kinds().stream().map(kind -> texts.text("kind." + kind.id())),
                        Stream.of(period(filter.after(), filter.before())))
                .flatMap(each -> each)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String collection(UUID id) {
        return known.get().collections().stream()
                .filter(each -> each.id().equals(id))
                .map(SavedCollection::name)
                .findFirst()
                .orElse("…");
    }

    private String title(SourceId id) {
        var source = library.find(id);
        return source == null ? "…" : source.title();
    }

    private String period(@Nullable Instant after, @Nullable Instant before) {
        if (before == null) {
            return after == null ? "" : texts.text("scope.since", date(after));
        }
        if (after == null) {
            return texts.text("scope.before", date(before));
        }
        var last = local(before).minusDays(1);
        String from = date(after);
        String to =
                local(before).getDayOfYear() == 1
                        ? String.valueOf(last.getYear())
                        : formatted(last);
        return from.equals(to) ? from : texts.text("scope.between", from, to);
    }

    private static LocalDate local(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    /// The year alone, where it is its first day.
    private String date(Instant at) {
        var day = local(at);
        return day.getDayOfYear() == 1 ? String.valueOf(day.getYear()) : formatted(day);
    }

    private String formatted(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }
}
