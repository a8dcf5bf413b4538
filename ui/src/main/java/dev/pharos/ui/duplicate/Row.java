package dev.pharos.ui.duplicate;

import dev.pharos.engine.graph.DuplicateGroup;
import dev.pharos.engine.library.Source;

/// A row of the list.
sealed interface Row {
    /// What stays the same about it, whatever else changes.
    Object identity();

    /// Above the sources of a group.
    ///
    /// @param same whether they say all the same words
    record Head(DuplicateGroup group, int sources, boolean same) implements Row {
        @Override
        public Object identity() {
            return group;
        }
    }

    /// A source of a group.
    ///
    /// @param first the one with which the others are compared
    /// @param share how much of the same words it has with that one, up to 1
    record Member(DuplicateGroup group, Source source, boolean first, double share) implements Row {
        @Override
        public Object identity() {
            return source.id();
        }
    }
}
