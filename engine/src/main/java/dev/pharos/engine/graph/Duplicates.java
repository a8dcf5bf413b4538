package dev.pharos.engine.graph;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Sources that say almost the same: a paper as PDF and as DOCX, two versions of a note, a web page
/// saved twice. (The same bytes are never imported twice.) Nothing is kept between two looks. Safe
/// for use by several threads.
public final class Duplicates {
    /// From how much of the same words on two sources are told as almost the same.
    public static final double ALIKE = 0.5;

    /// What so many different texts share is a letterhead or a licence; one more is compared with
    /// the first of them only.
    private static final int COMMON = 100;

    private final Sources sources;
    private final Passages passages;

    public Duplicates(Sources sources, Passages passages) {
        this.sources = sources;
        this.passages = passages;
    }

    /// All of them, each source in one group; the most alike first. Reads every passage of the
    /// library: seconds for 100,000. What has less than five words is like nothing. Progress counts
    /// sources.
    ///
    /// @throws CancellationException if cancelled
    public List<DuplicateGroup> groups(Progress progress) {
        var all =
                sources.all().stream()
                        .sorted(
                                Comparator.comparing(Source::imported)
                                        .thenComparing(Source::title)
                                        .thenComparing(each -> each.id().value()))
                        .toList();
        var grouping = new Grouping();
        for (int i = 0; i < all.size(); i++) {
            progress.checkpoint();
            var words = words(all.get(i).id());
            if (!words.few()) {
                grouping.add(all.get(i), words);
            }
            progress.report(i + 1, all.size());
        }
        return grouping.groups();
    }

    /// How much of the same words a source has with others, 0…1; 0 where one of them is gone.
    Map<SourceId, Double> resemblance(SourceId one, Collection<SourceId> others) {
        var shares = new HashMap<SourceId, Double>();
        if (!others.isEmpty()) {
            var words = words(one);
            others.forEach(each -> shares.put(each, Shingles.resemblance(words, words(each))));
        }
        return shares;
    }

    /// The words of a source in their order. A passage begins with the end of the one before.
    private Shingles words(SourceId id) {
        var words = new Shingles();
        int end = 0;
        for (var passage : passages.of(id)) {
            var place = passage.place();
            String text = passage.text();
            boolean exact = place.endOffset() - place.startOffset() == text.length();
            int again = exact ? Math.max(0, end - place.startOffset()) : 0;
            words.add(text.substring(Math.min(text.length(), again)));
            end = Math.max(end, place.endOffset());
        }
        return words;
    }

    /// Puts texts one by one to the one that they are most like, or begins a group with them.
    private static final class Grouping {
        private final Map<Shingles.Whole, Text> texts = new HashMap<>();
        private final Map<Long, List<Text>> having = new HashMap<>();
        private final List<Group> all = new ArrayList<>();

        private static final class Group {
            private final List<Source> sources = new ArrayList<>();
            private final Map<SourceId, Shingles> words = new HashMap<>();
            private double closest;
        }

        /// One of those that differ; a source that says no other words has the same.
        private static final class Text {
            private final Shingles words;
            private final Group group;

            Text(Shingles words, Group group) {
                this.words = words;
                this.group = group;
            }
        }

        private record Near(Text text, double share) {}

        void add(Source source, Shingles words) {
            var same = texts.get(words.whole());
            var near = same == null ? nearest(words) : new Near(same, 1);
            Group group;
            if (near == null) {
                group = new Group();
                all.add(group);
            } else {
                group = near.text().group;
                group.closest = Math.max(group.closest, near.share());
            }
            if (same == null) {
                remember(new Text(words, group));
            }
            group.sources.add(source);
            group.words.put(source.id(), same == null ? words : same.words);
        }

        private void remember(Text text) {
            texts.put(text.words.whole(), text);
            for (long number : text.words.first()) {
                having.computeIfAbsent(number, _ -> new ArrayList<>(1)).add(text);
            }
        }

        /// The most alike of those that share one of the smallest numbers.
        private @Nullable Near nearest(Shingles words) {
            var candidates = new LinkedHashSet<Text>();
            for (long number : words.first()) {
                having.getOrDefault(number, List.of()).stream()
                        .limit(COMMON)
                        .forEach(candidates::add);
            }
            Near nearest = null;
            double most = ALIKE;
            for (Text each : candidates) {
                double share = Shingles.resemblance(each.words, words);
                if (share > most) {
                    most = share;
                    nearest = new Near(each, share);
                }
            }
            return nearest;
        }

        List<DuplicateGroup> groups() {
            return all.stream()
                    .filter(each -> each.sources.size() > 1)
                    .map(each -> new DuplicateGroup(each.sources, each.words, each.closest))
                    .sorted(
                            Comparator.comparingDouble(DuplicateGroup::closest)
                                    .reversed()
                                    .thenComparing(each -> each.sources().getFirst().title()))
                    .toList();
        }
    }
}
