package dev.pharos.ui.relationship;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.relationship.Reason;
import dev.pharos.engine.relationship.Relationship;

/// A relationship as it is seen from the source that is open. Immutable.
///
/// @param open that source
/// @param other the source on the other side
/// @param outgoing whether it is what the open one does to the other; true where both sides are
///   alike
/// @param reason with `here` in the open one, where both sides have words
record Known(Relationship all, Source open, Source other, boolean outgoing, Reason reason) {

    static Known of(Relationship all, Source open, Source other) {
        boolean from = all.from().equals(open.id());
        return new Known(
                all,
                open,
                other,
                from || !all.type().directed(),
                from ? all.reason() : all.reason().turned());
    }

    boolean accepted() {
        return all.state() == Relationship.State.ACCEPTED;
    }
}
