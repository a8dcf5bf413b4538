package dev.pharos.engine.document;

import java.nio.file.Path;

/// Reads Markdown that is at hand as text, in the calling thread.
public final class Markdown {

    /// Characters up to which that ends soon on any content; what is longer is for an [Extractor].
    public static final int SHORT = Format.MARKDOWN.plainUpTo();

    private Markdown() {}

    /// @param text lines end in `\n`
    /// @param name the last resort for a title
    public static Document read(String text, Path name) {
        var draft = new Draft(Format.MARKDOWN.mediaType(), Format.MARKDOWN.kind(name));
        try {
            MarkdownReader.read(text, draft);
        } catch (StackOverflowError _) {
            draft.incomplete();
        }
        return draft.finish(name);
    }
}
