package dev.pharos.engine.vault;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a program says of a note beside its text, written before it as YAML. One thread.
final class FrontMatter {
    private static final DumpSettings BLOCKS =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setWidth(Integer.MAX_VALUE)
                    .setIndent(2)
                    .build();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /// Leaves out what says nothing.
    FrontMatter put(String key, @Nullable Object value) {
        var plain =
                switch (value) {
                    case null -> null;
                    case String words when words.isBlank() -> null;
                    case String words -> words.strip();
                    case Collection<?> none when none.isEmpty() -> null;
                    case Collection<?> many -> List.copyOf(many);
                    case Instant instant -> instant.toString();
                    default -> value;
                };
        if (plain != null) {
            facts.putIfAbsent(key, plain);
        }
        return this;
    }

    /// The note with this before it.
    String before(String body) {
        var text = body.isBlank() ? "" : body.strip() + "\n";
        return facts.isEmpty()
                ? text
                : "---\n" + new Dump(BLOCKS).dumpToString(facts) + "---\n\n" + text;
    }
}
