package dev.pharos.ui.graph;

import dev.pharos.ui.Texts;

import javafx.util.StringConverter;

/// Tags in a list of choices, with words for all of them.
final class TagNames extends StringConverter<String> {
    private final Texts texts;

    TagNames(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(String tag) {
        return tag == null || tag.isEmpty() ? texts.text("graph.allTags") : "#" + tag;
    }

    @Override
    public String fromString(String words) {
        throw new UnsupportedOperationException("not editable");
    }
}
