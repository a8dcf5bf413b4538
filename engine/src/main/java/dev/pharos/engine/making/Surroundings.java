package dev.pharos.engine.making;

import dev.pharos.engine.graph.Related;
import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.summary.Phrasing;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a library has around a note that is made: its tags, what speaks of the same, and what was
/// thrown away.
public final class Surroundings {
    private static final int RELATED = 5;
    private static final int LOOKED_AT = 30;

    /// A tag, and how many sources have it.
    private record Use(String name, int sources) {}

    private final Sources sources;
    private final Tags tags;
    private final Relations relations;
    private final MadeNotes made;
    private final Function<SourceId, Optional<Source>> trash;

    /// @param trash gives what was thrown away and can be taken back
    public Surroundings(
            Sources sources,
            Tags tags,
            Relations relations,
            MadeNotes made,
            Function<SourceId, Optional<Source>> trash) {
        this.sources = sources;
        this.tags = tags;
        this.relations = relations;
        this.made = made;
        this.trash = trash;
    }

    Optional<Source> trashed(SourceId source) {
        return trash.apply(source);
    }

    /// The names of the library's tags, those that are used most first.
    ///
    /// @param but notes whose tags do not count, so that they are made the same the next time
    List<String> tags(Collection<SourceId> but) {
        Map<String, Integer> own = new HashMap<>();
        for (var note : but) {
            tags.of(note).forEach(each -> own.merge(TagName.key(each.name()), 1, Integer::sum));
        }
        var uses = new ArrayList<Use>();
        collect(tags.all(), own, uses);
        return uses.stream()
                .filter(use -> use.sources() > 0)
                .sorted(Comparator.comparingInt(Use::sources).reversed().thenComparing(Use::name))
                .map(Use::name)
                .toList();
    }

    private static void collect(List<Tag> all, Map<String, Integer> own, List<Use> into) {
        for (Tag each : all) {
            int here = own.getOrDefault(TagName.key(each.name()), 0);
            into.add(new Use(each.name(), each.sources() - here));
            collect(each.nested(), own, into);
        }
    }

    /// What has most to do with a source, the strongest first: of something and what was made of it
    /// the first alone, and of the source itself nothing.
    ///
    /// @param before as of [Origin.Found#before()]
    List<Source> related(SourceId source, SourceId before, Progress progress) {
        var kinship = new Kinship(sources, made.origins());
        var seen = new HashSet<String>(kinship.roots(source));
        seen.addAll(kinship.roots(before));
        return relations.related(source, LOOKED_AT, progress).stream()
                .filter(each -> told(each, source))
                .map(related -> related.item().source())
                .filter(id -> kinship.first(id, seen))
                .flatMap(id -> sources.find(id).stream())
                .limit(RELATED)
                .toList();
    }

    /// What only a model finds alike has to share words too.
    private boolean told(Related related, SourceId source) {
        if (!related.reasons().stream().allMatch(Related.Similar.class::isInstance)) {
            return true;
        }
        var here = sources.document(source);
        var there = sources.document(related.item().source());
        return here.isPresent()
                && there.isPresent()
                && (!here.get().language().equals(there.get().language())
                        || Phrasing.sameSubject(
                                here.get().text(), there.get().text(), here.get().language()));
    }
}
