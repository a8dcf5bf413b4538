package dev.pharos.ui.beside;

import dev.pharos.engine.work.Progress;

/// The ability to hear of one key in whatever program it is pressed. Of no other key anything is
/// heard.
@FunctionalInterface
public interface GlobalKeys {

    /// Why there is no such key.
    enum Why {
        /// Another program has it.
        TAKEN,

        /// Wayland lets no program have one.
        WAYLAND,

        /// It is not known how to ask this system, or this keyboard does not have the key.
        SYSTEM
    }

    /// How the listening ended.
    sealed interface Ended {
        record Stopped() implements Ended {}

        record Refused(Why why) implements Ended {}
    }

    /// What hears of it, on the thread that listens.
    interface Heard {
        /// The system has granted the key.
        void granted();

        void pressed();
    }

    /// Blocks until it is cancelled or refused.
    ///
    /// @param key as [javafx.scene.input.KeyCombination#getName] writes it
    Ended listen(String key, Heard heard, Progress progress);
}
