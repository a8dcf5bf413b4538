package dev.pharos.ui.document;

import dev.pharos.ui.control.Where;

/// Opens what is to be read or heard, where the window shows such things.
@FunctionalInterface
public interface Opening {
    void open(Target target, Where where);

    /// In place of what is shown.
    default void open(Target target) {
        open(target, Where.HERE);
    }
}
