package dev.pharos.engine.graph;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.tag.TagName;

import java.util.List;
import java.util.Set;

/// The sources of a library, the tags that several of them have, and what connects them. The same
/// library gives the same graph. Immutable.
///
/// @param nodes sources by their ids, then tags by their names
/// @param edges in no direction, each pair once for each kind
public record Graph(List<Node> nodes, List<Edge> edges) {
    public static final Graph EMPTY = new Graph(List.of(), List.of());

    /// A source, or a tag.
    public sealed interface Node {

        /// The same for the same thing in every graph of a library.
        String key();

        String title();
    }

    /// A source.
    ///
    /// @param tags as they are written
    public record Item(SourceId source, String title, SourceKind kind, Set<String> tags)
            implements Node {
        public Item {
            tags = Set.copyOf(tags);
        }

        @Override
        public String key() {
            return source.toString();
        }
    }

    /// A tag that two sources or more have.
    ///
    /// @param name in the spelling that most of them have
    /// @param sources how many
    public record Topic(String name, int sources) implements Node {
        @Override
        public String key() {
            return "#" + TagName.key(name);
        }

        @Override
        public String title() {
            return "#" + name;
        }
    }

    /// What connects two nodes.
    public enum Kind {
        /// One links to the other.
        LINK,
        /// A source has a tag.
        TAG,
        /// They speak of the same.
        SIMILAR,
        /// Its owner says that one takes up the other.
        CONTINUES(true),
        /// Its owner says that they are alike.
        RESEMBLES(true),
        /// Its owner says that they say the same.
        SUPPORTS(true),
        /// Its owner says that both cannot be right.
        CONTRADICTS(true),
        /// Its owner says that one speaks of the other.
        MENTIONS(true);

        private final boolean decided;

        Kind() {
            this(false);
        }

        Kind(boolean decided) {
            this.decided = decided;
        }

        /// Whether the library's owner decided it.
        public boolean decided() {
            return decided;
        }
    }

    /// What the library's owner decided that one source has to do with another.
    ///
    /// @param kind one that is decided
    /// @param strength above 0 and up to 1
    public record Bond(SourceId from, SourceId to, Kind kind, double strength) {}

    /// @param from the index of a node
    /// @param to the index of another one
    /// @param strength above 0 and up to 1; of a tag the less, the more sources have it
    public record Edge(int from, int to, Kind kind, float strength) {

        /// The other end.
        public int other(int end) {
            return end == from ? to : from;
        }
    }

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
