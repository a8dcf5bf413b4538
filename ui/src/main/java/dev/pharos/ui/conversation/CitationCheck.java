package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// When the citations that are shown have to be looked up, and which outcome still counts: that of
/// the newest look at what is shown now. Knows no `Node`. For the JavaFX thread.
final class CitationCheck {

    /// A look that was begun.
    ///
    /// @param sources of the citations, as they were known then
    record Look(List<Citation> cited, List<Optional<Source>> sources) {}

    private final Function<SourceId, Optional<Source>> known;
    private @Nullable Look newest;

    /// @param known the sources of the library
    CitationCheck(Function<SourceId, Optional<Source>> known) {
        this.known = known;
    }

    /// Begins a look, unless these citations were looked up since their sources have changed.
    Optional<Look> due(List<Citation> cited) {
        var now = new Look(cited, cited.stream().map(each -> known.apply(each.source())).toList());
        if (cited.isEmpty() || now.equals(newest)) {
            return Optional.empty();
        }
        newest = now;
        return Optional.of(now);
    }

    /// Others are shown now, or the same in another view.
    void shown() {
        newest = null;
    }

    /// Whether the outcome of a look counts.
    boolean counts(Look look) {
        return look == newest;
    }

    /// Forgets a look that came to nothing, so that it is begun again.
    void failed(Look look) {
        if (counts(look)) {
            newest = null;
        }
    }
}
