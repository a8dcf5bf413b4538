package dev.pharos.ui.note;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Words of a note that look alike, as its reader sees them.
///
/// @param leads where a click on them leads, if it does
record Run(String text, Set<Look> looks, @Nullable Lead leads) {

    enum Look {
        BOLD,
        ITALIC,
        CODE,
        STRUCK,
        MARKED,
        TAG,
        RAISED,
        PICTURE
    }

    /// What a link or a picture names.
    sealed interface Lead {

        /// A note, a file, or a heading of the same note.
        ///
        /// @param at where the link begins in the Markdown
        record Inside(String target, String anchor, int at, boolean wiki) implements Lead {}

        record Web(String address) implements Lead {}

        /// @param label of the footnote
        record Footnote(String label) implements Lead {}
    }

    Run {
        looks = Set.copyOf(looks);
    }
}
