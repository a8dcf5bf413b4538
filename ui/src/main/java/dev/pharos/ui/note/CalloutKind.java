package dev.pharos.ui.note;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What a callout can be, with the other names of it: those that Obsidian knows. Anything else is a
/// note.
enum CalloutKind {
    NOTE("accent", Material2AL.EDIT, "note.callout.note"),
    ABSTRACT("accent", Material2AL.ASSIGNMENT, "note.callout.abstract", "summary", "tldr"),
    INFO("accent", Material2AL.INFO, "note.callout.info"),
    TODO("accent", Material2AL.CHECK_CIRCLE_OUTLINE, "note.callout.todo"),
    TIP("success", Material2AL.EMOJI_OBJECTS, "note.callout.tip", "hint", "important"),
    SUCCESS("success", Material2AL.CHECK, "note.callout.success", "check", "done"),
    QUESTION("warning", Material2AL.HELP_OUTLINE, "note.callout.question", "help", "faq"),
    WARNING("warning", Material2MZ.WARNING, "note.callout.warning", "caution", "attention"),
    FAILURE("danger", Material2AL.CLOSE, "note.callout.failure", "fail", "missing"),
    DANGER("danger", Material2AL.FLASH_ON, "note.callout.danger", "error"),
    BUG("danger", Material2AL.BUG_REPORT, "note.callout.bug"),
    EXAMPLE("example", Material2AL.FORMAT_LIST_BULLETED, "note.callout.example"),
    QUOTE("quiet", Material2AL.FORMAT_QUOTE, "note.callout.quote", "cite");

    private final String style;
    private final Ikon icon;
    private final String key;
    private final Set<String> others;

    CalloutKind(String style, Ikon icon, String key, String... others) {
        this.style = style;
        this.icon = icon;
        this.key = key;
        this.others = Set.of(others);
    }

    /// @param written in small letters
    static CalloutKind of(String written) {
        return Stream.of(values())
                .filter(each -> each.is(written) || each.others.contains(written))
                .findFirst()
                .orElse(NOTE);
    }

    /// Whether that is its own name.
    boolean is(String written) {
        return name().toLowerCase(Locale.ROOT).equals(written);
    }

    /// Its colours, for the stylesheet.
    String style() {
        return style;
    }

    Ikon icon() {
        return icon;
    }

    /// Of its words.
    String key() {
        return key;
    }
}
