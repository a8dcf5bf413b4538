package dev.pharos.models.chat;

import java.util.Set;

/// The reply ended in order, and the model or its server says that it is not whole. Never leaves
/// this package.
final class Unfinished extends Exception {
    private static final long serialVersionUID = 1L;

    /// What it may read and write together, or what it may write, was used up.
    static final String LENGTH = "length";

    /// A filter took away the rest.
    static final String FILTERED = "content_filter";

    static final Set<String> REASONS = Set.of(LENGTH, FILTERED);

    /// @param reason one of [#REASONS]
    Unfinished(String reason) {
        super(reason);
    }

    boolean filtered() {
        return FILTERED.equals(getMessage());
    }
}
