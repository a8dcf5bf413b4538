package dev.pharos.ui.making;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.summary.Depth;

import org.jspecify.annotations.Nullable;

/// How notes are made unless something else is asked for: as it was chosen last.
///
/// @param form a built-in one, or the id of a template; null for the one that fits
/// @param research whether the web is asked, where a search service is set
/// @param model whether the language model writes; null as long as nobody has said: then one on
///   this machine does, and none beyond it
@JsonIgnoreProperties(ignoreUnknown = true)
public record MakingSettings(
        @Nullable String form,
        Depth depth,
        boolean tags,
        boolean related,
        boolean research,
        int parts,
        @Nullable Boolean model) {
    public static final String FEATURE = "making";
    public static final MakingSettings DEFAULT =
            new MakingSettings(null, Depth.STANDARD, true, true, false, 1, null);

    /// Those that a note was made with.
    static MakingSettings of(MadeNote.Settings made) {
        return new MakingSettings(
                made.form(),
                made.depth() == null ? Depth.STANDARD : made.depth(),
                made.tagged(),
                made.connected(),
                made.research(),
                Math.max(1, made.parts()),
                made.model());
    }

    MadeNote.Settings wanted() {
        return new MadeNote.Settings(form, depth, tags, related, null, research, parts, model);
    }

    MakingSettings withForm(@Nullable String other) {
        return new MakingSettings(other, depth, tags, related, research, parts, model);
    }
}
