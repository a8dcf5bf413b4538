package dev.pharos.engine.document;

import java.util.regex.Pattern;

/// What stands in the text of a note and is no word of it, as Obsidian writes it: the sign that
/// makes a quotation a callout, and the name by which links lead to a block.
public final class BlockSigns {
    /// At the beginning of a quotation, as in `[!tip]- Title`: its kind, and `+` or `-` where it
    /// can be folded.
    public static final Pattern CALLOUT =
            Pattern.compile("\\[!([\\p{L}\\p{N}_-]+)(?:\\|[^\\[\\]\\n]*)?]([+-]?)[ \\t]*");

    /// At the end of a block, or alone below it, as in `^tide-table`.
    public static final Pattern NAME = Pattern.compile("(?<=\\s|^)\\^([A-Za-z0-9-]+)\\s*$");

    private BlockSigns() {}
}
