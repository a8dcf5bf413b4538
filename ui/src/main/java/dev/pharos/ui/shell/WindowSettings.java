package dev.pharos.ui.shell;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.Target;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the window was left: its size in pixels, its columns, and what was open.
///
/// @param width 0 while never kept
/// @param listWidth of the column at the side, in pixels
/// @param listSpot where the list in it stood, or null
/// @param splitAt where the second half begins, from 0 to 1
/// @param leftAt which of the tabs was chosen
public record WindowSettings(
        double width,
        double height,
        boolean maximized,
        Section section,
        boolean listShown,
        double listWidth,
        @Nullable Spot listSpot,
        double splitAt,
        List<Kept> left,
        int leftAt,
        List<Kept> right,
        int rightAt) {
    public static final String FEATURE = "window";
    public static final double LIST_WIDTH = 340;
    public static final WindowSettings DEFAULT =
            new WindowSettings(
                    0,
                    0,
                    false,
                    Section.LIBRARY,
                    true,
                    LIST_WIDTH,
                    null,
                    0.5,
                    List.of(),
                    0,
                    List.of(),
                    0);

    /// A place that was open; null is what it does not have.
    ///
    /// @param source the id of the source
    public record Kept(
            Location.@Nullable Page page,
            @Nullable String source,
            @Nullable Place place,
            @Nullable Spot spot) {

        static Kept of(Location location) {
            return switch (location) {
                case Location.Empty() -> new Kept(null, null, null, null);
                case Location.Page page -> new Kept(page, null, null, null);
                case Location.Reading(var target) ->
                        new Kept(null, target.source().toString(), target.place(), target.left());
            };
        }

        /// Nothing where it cannot be understood.
        Optional<Location> location() {
            if (page != null) {
                return Optional.of(page);
            }
            try {
                return source == null
                        ? Optional.empty()
                        : Optional.of(
                                new Location.Reading(
                                        new Target(SourceId.of(source), place, List.of(), spot)));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    public WindowSettings {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// What a library that no window was open for begins with: of what was open, all, if that was
    /// in this library.
    ///
    /// @param known whether a source, by its id, is one of this library
    WindowSettings begun(Predicate<String> known) {
        var sources =
                Stream.concat(left.stream(), right.stream())
                        .map(Kept::source)
                        .filter(Objects::nonNull)
                        .toList();
        return sources.isEmpty() || sources.stream().anyMatch(known)
                ? this
                : new WindowSettings(
                        width, height, maximized, section, listShown, listWidth, null, splitAt,
                        List.of(), 0, List.of(), 0);
    }

    /// The same in a window of another size.
    WindowSettings sized(WindowSettings as) {
        return new WindowSettings(
                as.width,
                as.height,
                as.maximized,
                section,
                listShown,
                listWidth,
                listSpot,
                splitAt,
                left,
                leftAt,
                right,
                rightAt);
    }

    /// The same with more tabs.
    WindowSettings with(List<Kept> more) {
        return new WindowSettings(
                width,
                height,
                maximized,
                section,
                listShown,
                listWidth,
                listSpot,
                splitAt,
                Stream.concat(left.stream(), more.stream()).toList(),
                leftAt,
                right,
                rightAt);
    }
}
