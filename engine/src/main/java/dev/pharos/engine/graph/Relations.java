package dev.pharos.engine.graph;

import dev.pharos.engine.graph.Graph.Bond;
import dev.pharos.engine.graph.Graph.Edge;
import dev.pharos.engine.graph.Graph.Item;
import dev.pharos.engine.graph.Graph.Kind;
import dev.pharos.engine.graph.Graph.Node;
import dev.pharos.engine.graph.Graph.Topic;
import dev.pharos.engine.graph.Related.Reason;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// What belongs together in a library: by the links of its notes, by tags, by what its owner
/// decided, and because it speaks of the same. What is in the trash is not there. Links, tags and
/// decisions are those of the moment. Comparing what sources speak of takes seconds in a large
/// library, so that it is done again only when passages have come or gone: in one of [#LARGE]
/// passages or more, when a hundredth of them has. Safe for use by several threads; one works at a
/// time.
public final class Relations {
    static final int LARGE = 10_000;
    private static final int STEP = 1_000;
    private static final int LAG = 100;

    /// Below this cosine two sources do not say the same.
    private static final double VERY_SIMILAR = 0.7;

    /// What similar sources were found when the library had which vectors of which model.
    private record Compared(EmbeddingModel model, long[] passages, List<Similarities.Pair> pairs) {}

    private final Sources sources;
    private final NoteLinks links;
    private final Vectors vectors;
    private final Supplier<EmbeddingModel> model;
    private final KeptPlaces places;
    private final Duplicates duplicates;
    private final Supplier<List<Bond>> bonds;
    private @Nullable Compared compared;

    /// @param model the one that is searched with now
    /// @param bonds what the owner decided, asked anew for each graph
    public Relations(
            Sources sources,
            NoteLinks links,
            Vectors vectors,
            Supplier<EmbeddingModel> model,
            KeptPlaces places,
            Duplicates duplicates,
            Supplier<List<Bond>> bonds) {
        this.sources = sources;
        this.links = links;
        this.vectors = vectors;
        this.model = model;
        this.places = places;
        this.duplicates = duplicates;
        this.bonds = bonds;
    }

    /// What says almost the same.
    public Duplicates duplicates() {
        return duplicates;
    }

    /// Where everything stood when it was last seen.
    public KeptPlaces places() {
        return places;
    }

    /// The whole picture. Progress counts comparisons.
    ///
    /// @throws CancellationException if cancelled
    public synchronized Graph graph(Progress progress) {
        var nodes = new ArrayList<Node>();
        sources.all().stream()
                .map(each -> new Item(each.id(), each.title(), each.kind(), each.tags()))
                .sorted(Comparator.comparing(item -> item.source().value()))
                .forEach(nodes::add);
        var index = new HashMap<SourceId, Integer>();
        for (int i = 0; i < nodes.size(); i++) {
            index.put(((Item) nodes.get(i)).source(), i);
        }
        progress.checkpoint();
        var edges = new ArrayList<Edge>();
        addLinks(index, edges);
        for (Bond each : bonds.get()) {
            float strength = (float) each.strength();
            add(each.kind(), index.get(each.from()), index.get(each.to()), strength, edges);
        }
        addTags(nodes, edges);
        progress.checkpoint();
        for (var pair : similar(progress)) {
            add(Kind.SIMILAR, index.get(pair.one()), index.get(pair.other()), pair.cosine(), edges);
        }
        return new Graph(nodes, edges);
    }

    private static void add(
            Kind kind,
            @Nullable Integer from,
            @Nullable Integer to,
            float strength,
            List<Edge> edges) {
        if (from != null && to != null) {
            edges.add(new Edge(from, to, kind, Math.min(1, strength)));
        }
    }

    private void addLinks(Map<SourceId, Integer> index, List<Edge> edges) {
        var seen = new HashSet<Set<SourceId>>();
        links.edges().stream()
                .filter(edge -> seen.add(Set.of(edge.from(), edge.to())))
                .sorted(
                        Comparator.<NoteLinks.Edge, UUID>comparing(edge -> edge.from().value())
                                .thenComparing(edge -> edge.to().value()))
                .forEach(edge ->
                        add(Kind.LINK, index.get(edge.from()), index.get(edge.to()), 1, edges));
    }

    /// Each tag that two sources have becomes a node: what has it is connected through it, so that
    /// a tag of a thousand sources makes a thousand edges and not half a million.
    private static void addTags(List<Node> nodes, List<Edge> edges) {
        var having = new TreeMap<String, List<Integer>>();
        var spellings = new HashMap<String, Map<String, Integer>>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String tag : ((Item) nodes.get(i)).tags()) {
                String key = TagName.key(tag);
                having.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
                spellings.computeIfAbsent(key, _ -> new TreeMap<>()).merge(tag, 1, Integer::sum);
            }
        }
        having.forEach((key, those) -> {
            if (those.size() > 1) {
                int topic = nodes.size();
                nodes.add(new Topic(mostFrequent(spellings.get(key)), those.size()));
                float strength = strength(those.size());
                those.forEach(each -> edges.add(new Edge(each, topic, Kind.TAG, strength)));
            }
        });
    }

    private static String mostFrequent(@Nullable Map<String, Integer> counts) {
        return counts == null
                ? ""
                : counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("");
    }

    /// What few have says more.
    private static float strength(int sources) {
        return (float) (1 / (Math.log(sources) / Math.log(2)));
    }

    private List<Similarities.Pair> similar(Progress progress) {
        var searched = model.get();
        var passages = vectors.ids(searched);
        var known = compared;
        if (known != null && known.model().equals(searched) && near(known.passages(), passages)) {
            return known.pairs();
        }
        var pairs = Similarities.of(sums(searched, progress), progress);
        compared = new Compared(searched, passages, pairs);
        return pairs;
    }

    /// Whether what was found still holds, as far as [Relations] promises it.
    private static boolean near(long[] before, long[] now) {
        if (now.length < LARGE) {
            return Arrays.equals(before, now);
        }
        int same = 0;
        int i = 0;
        for (long id : now) {
            while (i < before.length && before[i] < id) {
                i++;
            }
            if (i < before.length && before[i] == id) {
                same++;
            }
        }
        return before.length + now.length - 2 * same <= now.length / LAG;
    }

    private Map<SourceId, float[]> sums(EmbeddingModel searched, Progress progress) {
        var sums = new HashMap<SourceId, float[]>();
        long last = -1;
        for (var some = vectors.after(searched, last, STEP);
                !some.isEmpty();
                some = vectors.after(searched, last, STEP)) {
            for (var each : some) {
                var sum = sums.computeIfAbsent(each.source(), _ -> new float[each.vector().length]);
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += each.vector()[d];
                }
            }
            last = some.getLast().passage();
            progress.checkpoint();
        }
        return sums;
    }

    /// What has most to do with a source, the strongest first.
    ///
    /// @return nothing where the source is not there
    public List<Related> related(SourceId source, int limit, Progress progress) {
        var related = related(graph(progress), source, limit);
        var similar =
                related.stream()
                        .filter(each -> each.reasons().stream().anyMatch(Relations::verySimilar))
                        .map(each -> each.item().source())
                        .toList();
        var shares = duplicates.resemblance(source, similar);
        return related.stream()
                .map(each -> worded(each, shares.getOrDefault(each.item().source(), 0.0)))
                .toList();
    }

    private static boolean verySimilar(Reason reason) {
        return reason instanceof Related.Similar(double likeness) && likeness > VERY_SIMILAR;
    }

    /// What speaks of the same may even say it in the same words.
    private static Related worded(Related related, double share) {
        return share <= Duplicates.ALIKE
                ? related
                : new Related(
                        related.item(),
                        related.strength(),
                        related.reasons().stream()
                                .map(each ->
                                        verySimilar(each) ? new Related.SameWords(share) : each)
                                .toList());
    }

    /// The same in a graph that is known, without a look at the words. What the owner decided is
    /// told elsewhere, in its own words.
    public static List<Related> related(Graph graph, SourceId source, int limit) {
        var edges = graph.edges();
        var nodes = graph.nodes();
        var reasons = new LinkedHashMap<Integer, Map<Reason, Double>>();
        var topics = new HashMap<Integer, Float>();
        int me = index(graph, source);
        for (var edge : edges) {
            if (edge.from() == me || edge.to() == me) {
                int other = edge.other(me);
                if (edge.kind() == Kind.TAG) {
                    topics.put(other, edge.strength());
                } else if (!edge.kind().decided()) {
                    var reason =
                            edge.kind() == Kind.LINK
                                    ? new Related.Linked()
                                    : new Related.Similar(edge.strength());
                    reasons.computeIfAbsent(other, _ -> new LinkedHashMap<>())
                            .put(reason, (double) edge.strength());
                }
            }
        }
        for (var edge : edges) {
            var strength = edge.kind() == Kind.TAG ? topics.get(edge.to()) : null;
            if (strength != null && edge.from() != me) {
                var tag = ((Topic) nodes.get(edge.to())).name();
                reasons.computeIfAbsent(edge.from(), _ -> new LinkedHashMap<>())
                        .put(new Related.Tagged(tag), (double) strength / 2);
            }
        }
        return reasons.entrySet().stream()
                .map(each -> related((Item) nodes.get(each.getKey()), each.getValue()))
                .sorted(Comparator.comparingDouble(Related::strength).reversed())
                .limit(limit)
                .toList();
    }

    private static int index(Graph graph, SourceId source) {
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i) instanceof Item item && item.source().equals(source)) {
                return i;
            }
        }
        return -1;
    }

    private static Related related(Item item, Map<Reason, Double> reasons) {
        double strength = reasons.values().stream().mapToDouble(Double::doubleValue).sum();
        var ordered =
                reasons.entrySet().stream()
                        .sorted(Map.Entry.<Reason, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        return new Related(item, strength, ordered);
    }
}
