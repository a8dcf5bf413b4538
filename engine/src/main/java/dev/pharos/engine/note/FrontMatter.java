package dev.pharos.engine.note;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a note says of itself: the YAML between `---` lines at its top. One property can be set or
/// taken away without a change to any other character. Immutable.
///
/// @param properties in their order; a value is a `String`, `Boolean`, `Number`, `List` or `Map`,
///   or empty text where the note says none
/// @param body where the note itself begins in its Markdown
public record FrontMatter(Map<String, Object> properties, int body) {
    private static final LoadSettings READ =
            LoadSettings.builder()
                    .setMaxAliasesForCollections(0)
                    .setAllowDuplicateKeys(true)
                    .build();
    private static final DumpSettings WRITE =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setWidth(Integer.MAX_VALUE)
                    .build();
    private static final String FENCE = "---\n";

    /// Where the YAML of a note stands.
    private record Yaml(String text, int start, int body) {}

    /// That of a note; one that cannot be read is a part of the note's body.
    public static FrontMatter of(String markdown) {
        var yaml = yaml(markdown);
        if (yaml.isEmpty()) {
            return new FrontMatter(Map.of(), 0);
        }
        var properties = new LinkedHashMap<String, Object>();
        if (new Load(READ).loadFromString(yaml.get().text()) instanceof Map<?, ?> facts) {
            facts.forEach((key, value) ->
                    properties.put(String.valueOf(key), value == null ? "" : value));
        }
        return new FrontMatter(properties, yaml.get().body());
    }

    private static Optional<Yaml> yaml(String markdown) {
        if (!markdown.startsWith(FENCE)) {
            return Optional.empty();
        }
        int end = markdown.indexOf("\n---", FENCE.length() - 1);
        if (end < 0) {
            return Optional.empty();
        }
        int lineEnd = markdown.indexOf('\n', end + 1);
        var yaml =
                new Yaml(
                        markdown.substring(FENCE.length(), end + 1),
                        FENCE.length(),
                        lineEnd < 0 ? markdown.length() : lineEnd + 1);
        try {
            return yaml.text().isBlank()
                            || new Compose(READ).composeString(yaml.text()).orElse(null)
                                    instanceof MappingNode
                    ? Optional.of(yaml)
                    : Optional.empty();
        } catch (YamlEngineException _) {
            return Optional.empty();
        }
    }

    /// A note with one property set; the first one makes the front matter.
    ///
    /// @param value as in [#properties]
    public static String with(String markdown, String key, Object value) {
        return changed(markdown, key, value);
    }

    /// A note without a property.
    public static String without(String markdown, String key) {
        return changed(markdown, key, null);
    }

    private static String changed(String markdown, String key, @Nullable Object value) {
        var lines = value == null ? "" : new Dump(WRITE).dumpToString(Map.of(key, value));
        var yaml = yaml(markdown);
        if (yaml.isEmpty()) {
            return value == null ? markdown : FENCE + lines + FENCE + markdown;
        }
        String text = yaml.get().text();
        int from = text.length();
        int to = from;
        var old = tuple(text, key);
        if (old.isPresent()) {
            from = offset(text, old.get().getKeyNode().getStartMark());
            to = lineEnd(text, offset(text, old.get().getValueNode().getEndMark()), from);
        } else if (value == null) {
            return markdown;
        }
        return markdown.substring(0, yaml.get().start() + from)
                + lines
                + markdown.substring(yaml.get().start() + to);
    }

    private static Optional<NodeTuple> tuple(String yaml, String key) {
        return new Compose(READ)
                .composeString(yaml).stream()
                        .filter(MappingNode.class::isInstance)
                        .flatMap(node -> ((MappingNode) node).getValue().stream())
                        .filter(tuple ->
                                tuple.getKeyNode() instanceof ScalarNode name
                                        && name.getValue().equals(key))
                        .findFirst();
    }

    /// A block of YAML ends at the start of what follows it; blank lines and remarks between belong
    /// to that.
    private static int lineEnd(String yaml, int end, int start) {
        if (end > start && yaml.charAt(end - 1) == '\n') {
            List<String> lines = yaml.substring(start, end).lines().toList();
            int last = lines.size();
            while (last > 1
                    && (lines.get(last - 1).isBlank() || lines.get(last - 1).startsWith("#"))) {
                last--;
            }
            return start
                    + lines.subList(0, last).stream().mapToInt(line -> line.length() + 1).sum();
        }
        int breaks = yaml.indexOf('\n', end);
        return breaks < 0 ? yaml.length() : breaks + 1;
    }

    /// Marks count code points.
    private static int offset(String yaml, Optional<Mark> mark) {
        return yaml.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }
}
