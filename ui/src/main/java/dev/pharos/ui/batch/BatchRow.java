package dev.pharos.ui.batch;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.SourceId;

/// A line of the list of batches. Immutable.
sealed interface BatchRow {

    Batch.Id batch();

    /// What stays the same, however it stands.
    Object identity();

    boolean open();

    /// Above the sources of a batch.
    ///
    /// @param open whether these are shown
    record Head(Batch all, boolean open) implements BatchRow {
        @Override
        public Batch.Id batch() {
            return all.id();
        }

        @Override
        public Object identity() {
            return all.id();
        }
    }

    /// One source of a batch.
    ///
    /// @param open whether its steps are shown, each in a line
    record Item(Batch.Id batch, BatchItem item, boolean open) implements BatchRow {
        @Override
        public Object identity() {
            return new Key(batch, item.source());
        }
    }

    /// Names a source of a batch.
    record Key(Batch.Id batch, SourceId source) {}
}
