package dev.pharos.engine.tag;

import dev.pharos.engine.note.FrontMatter;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The tags in the front matter of a note, in whichever way of YAML they are written: a list of
/// lines, `[a, b]`, or words in one line.
final class TagProperty {
    private static final LoadSettings READ =
            LoadSettings.builder()
                    .setMaxAliasesForCollections(0)
                    .setAllowDuplicateKeys(true)
                    .build();
    private static final Set<String> KEYS = Set.of("tag", "tags", "keywords");
    private static final String FENCE = "---\n";

    /// One tag as it stands in a list, without quotes; and in a line of words.
    private static final Pattern ITEM = Pattern.compile("[^,\"'\\s](?:[^,\"'\\n]*[^,\"'\\s])?");

    private static final Pattern WORD = Pattern.compile("[^,\"'\\s]+");

    /// What YAML reads as something else than words.
    private static final Pattern UNPLAIN =
            Pattern.compile("(?i)[0-9.].*|true|false|null|yes|no|on|off|y|n");

    /// Text to be put in the place of some other.
    private record Edit(int start, int end, String text) {}

    private final String yaml;
    private final Function<String, Optional<String>> change;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TagProperty(String yaml, Function<String, Optional<String>> change) {
        this.yaml = yaml;
        this.change = change;
    }

    /// @param head the front matter with its fences; may be empty
    static String rewritten(String head, Function<String, Optional<String>> change) {
        if (head.isEmpty()) {
            return head;
        }
        String yaml = yaml(head);
        var property = new TagProperty(yaml, change);
        var gone = new ArrayList<String>();
        for (NodeTuple tuple : tuples(yaml)) {
            if (!property.keep(tuple.getValueNode())) {
                gone.add(((ScalarNode) tuple.getKeyNode()).getValue());
            }
        }
        String now = FENCE + property.edited() + head.substring(FENCE.length() + yaml.length());
        for (String key : gone) {
            now = FrontMatter.without(now, key);
        }
        return now;
    }

    private static String yaml(String head) {
        return head.substring(FENCE.length(), head.indexOf("\n---", FENCE.length() - 1) + 1);
    }

    private static List<NodeTuple> tuples(String yaml) {
        return yaml.isBlank()
                ? List.of()
                : new Compose(READ)
                        .composeString(yaml).stream()
                                .filter(MappingNode.class::isInstance)
                                .flatMap(node -> ((MappingNode) node).getValue().stream())
                                .filter(TagProperty::tags)
                                .toList();
    }

    private static boolean tags(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key
                && KEYS.contains(key.getValue().toLowerCase(Locale.ROOT));
    }

    private String edited() {
        var out = new StringBuilder(yaml);
        for (Edit edit : edits.reversed()) {
            out.replace(edit.start(), edit.end(), edit.text());
        }
        return out.toString();
    }

    /// @return whether any tag is left of a property that had some
    private boolean keep(Node value) {
        return switch (value) {
            case SequenceNode list when list.getFlowStyle() == FlowStyle.FLOW -> flow(list);
            case SequenceNode list -> lines(list);
            case ScalarNode words -> words(words);
            default -> true;
        };
    }

    private boolean lines(SequenceNode list) {
        boolean any = list.getValue().isEmpty();
        for (Node item : list.getValue()) {
            int start = start(item);
            int end = end(item);
            var now =
                    item instanceof ScalarNode ? changed(start, end, ITEM) : Optional.of(raw(item));
            if (now.isEmpty()) {
                int lineEnd = yaml.indexOf('\n', Math.max(start, end - 1));
                edits.add(
                        new Edit(
                                yaml.lastIndexOf('\n', start - 1) + 1,
                                lineEnd < 0 ? yaml.length() : lineEnd + 1,
                                ""));
            } else {
                replace(start, end, now.get());
                any = true;
            }
        }
        return any;
    }

    private boolean flow(SequenceNode list) {
        var items =
                list.getValue().stream()
                        .map(item ->
                                item instanceof ScalarNode
                                        ? changed(start(item), end(item), ITEM)
                                        : Optional.of(raw(item)))
                        .toList();
        if (items.stream().allMatch(Optional::isPresent)) {
            for (int i = 0; i < items.size(); i++) {
                var item = list.getValue().get(i);
                replace(start(item), end(item), items.get(i).orElseThrow());
            }
            return true;
        }
        String left = items.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
        replace(start(list), end(list), "[" + left + "]");
        return !left.isEmpty();
    }

    private boolean words(ScalarNode words) {
        int start = start(words);
        int end = end(words);
        var now = changed(start, end, WORD);
        now.ifPresent(text -> replace(start, end, text));
        return now.isPresent() || words.getValue().isBlank();
    }

    private void replace(int start, int end, String text) {
        if (!yaml.substring(start, end).equals(text)) {
            edits.add(new Edit(start, end, text));
        }
    }

    /// A scalar with other tags in it; nothing where none is left. A tag that stands there already
    /// is not said twice.
    private Optional<String> changed(int start, int end, Pattern pattern) {
        String raw = yaml.substring(start, end);
        var found = pattern.matcher(raw);
        var kept = new ArrayList<String>();
        var out = new StringBuilder();
        boolean fewer = false;
        while (found.find()) {
            String name =
                    found.group().startsWith("#") ? found.group().substring(1) : found.group();
            var now = change.apply(name);
            boolean other = now.isPresent() && !now.get().equals(name);
            boolean twice = now.isPresent() && !names.add(TagName.key(now.get())) && other;
            if (now.isEmpty() || twice) {
                fewer = true;
                continue;
            }
            String text = other ? now.get() : found.group();
            kept.add(text);
            boolean whole = found.end() - found.start() == raw.length();
            found.appendReplacement(
                    out, Matcher.quoteReplacement(whole && other ? scalar(text) : text));
        }
        if (!fewer) {
            return Optional.of(found.appendTail(out).toString());
        }
        String between = raw.contains(",") ? ", " : " ";
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join(between, kept));
    }

    private static String scalar(String name) {
        return UNPLAIN.matcher(name).matches() ? '"' + name + '"' : name;
    }

    static String with(String markdown, Collection<String> added) {
        int body = FrontMatter.of(markdown).body();
        String yaml = body == 0 ? "" : yaml(markdown);
        var tuple = tuples(yaml).stream().filter(TagProperty::addable).findFirst();
        if (tuple.isEmpty()) {
            return FrontMatter.with(markdown, "tags", List.copyOf(added));
        }
        var property = new TagProperty(yaml, Optional::of);
        property.append(tuple.get().getValueNode(), added);
        return FENCE + property.edited() + markdown.substring(FENCE.length() + yaml.length());
    }

    /// Whether it has something to add to.
    private static boolean addable(NodeTuple tuple) {
        return switch (tuple.getValueNode()) {
            case SequenceNode list -> !list.getValue().isEmpty();
            case ScalarNode words -> !words.getValue().isBlank();
            default -> false;
        };
    }

    private void append(Node value, Collection<String> added) {
        var names = added.stream().map(TagProperty::scalar).toList();
        switch (value) {
            case SequenceNode list when list.getFlowStyle() == FlowStyle.FLOW -> {
                int end = end(list.getValue().getLast());
                edits.add(new Edit(end, end, ", " + String.join(", ", names)));
            }
            case SequenceNode list -> {
                int last = start(list.getValue().getLast());
                String indent = yaml.substring(yaml.lastIndexOf('\n', last - 1) + 1, last);
                int lineEnd =
                        yaml.indexOf('\n', Math.max(last, end(list.getValue().getLast()) - 1));
                String lines =
                        names.stream()
                                .map(name -> indent + name + "\n")
                                .collect(Collectors.joining());
                edits.add(new Edit(lineEnd + 1, lineEnd + 1, lines));
            }
            default -> {
                String raw = raw(value);
                boolean quoted = raw.endsWith("\"") || raw.endsWith("'");
                int end = end(value) - (quoted ? 1 : 0);
                boolean blanks = !raw.contains(",") && raw.strip().contains(" ");
                String between = blanks ? " " : ", ";
                edits.add(new Edit(end, end, between + String.join(between, added)));
            }
        }
    }

    private String raw(Node node) {
        return yaml.substring(start(node), end(node));
    }

    private int start(Node node) {
        return offset(node.getStartMark());
    }

    private int end(Node node) {
        return offset(node.getEndMark());
    }

    /// Marks count code points.
    private int offset(Optional<Mark> mark) {
        return yaml.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }
}
