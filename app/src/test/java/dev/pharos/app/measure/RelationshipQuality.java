package dev.pharos.app.measure;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.MadeNote;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.relationship.NotePair;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteVectors;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// How sure the types of relationships are found, on pairs of our own in one library, and how long
/// it takes to look for those of one note among 20,000. Every third pair was held back while the
/// rules were made.
final class RelationshipQuality implements Measurement {
    private static final int NOTES = 20_000;
    private static final int LOOKED_FOR = 60;
    private static final int WORDS = 4_000;
    private static final int LENGTH = 120;
    private static final int HELD_BACK = 3;

    @Override
    public String title() {
        return "19. Relationships";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(pairs(bench));
        figures.addAll(speed(bench));
        return figures;
    }

    private static List<Figure> pairs(Bench bench) throws Exception {
        var pairs = NotePair.all();
        var right = new int[Relationship.Type.values().length][2];
        var wanted = new int[right.length][2];
        var told = new int[right.length][2];
        var folder = bench.empty("relationship-pairs");
        try (var wiring = bench.wiring();
                var library = wiring.open(folder, Library.Access.WRITE)) {
            var ids = new ArrayList<SourceId>();
            for (NotePair each : pairs) {
                ids.add(library.notes().create(each.title(), each.text(), "").id());
                library.notes().create(each.otherTitle(), each.otherText(), "");
            }
            library.meaning().await(Progress.NONE);
            for (int i = 0; i < ids.size(); i++) {
                var pair = pairs.get(i);
                int half = i % HELD_BACK == HELD_BACK - 1 ? 1 : 0;
                var type = pair.type();
                if (type != null) {
                    wanted[type.ordinal()][half]++;
                }
                for (var each : library.relationships().find(ids.get(i), Progress.NONE)) {
                    var title =
                            library.sources()
                                    .find(each.other(ids.get(i)))
                                    .map(Source::title)
                                    .orElse("");
                    boolean is = each.type() == type && title.equals(pair.otherTitle());
                    if (!is && title.equals(pair.otherTitle()) && beside(each, pair)) {
                        continue;
                    }
                    told[each.type().ordinal()][half]++;
                    right[each.type().ordinal()][half] += is ? 1 : 0;
                    if (!is) {
                        Bench.tell("%s: %s %s".formatted(pair.title(), each.type(), title));
                    }
                }
            }
        }
        var figures = new ArrayList<Figure>();
        for (var type : Relationship.Type.values()) {
            int t = type.ordinal();
            for (int half = 0; half < 2; half++) {
                figures.add(
                        Figure.of(
                                type.name().toLowerCase(Locale.ROOT)
                                        + (half == 0 ? "" : ", held back")
                                        + ": right of those told; found of those there",
                                "%s",
                                "%d of %d; %d of %d"
                                        .formatted(
                                                right[t][half],
                                                told[t][half],
                                                right[t][half],
                                                wanted[t][half])));
            }
        }
        return figures;
    }

    /// What the two are beside what is asked for: about the same, and one names the other.
    private static boolean beside(Relationship found, NotePair pair) {
        return found.type() == Relationship.Type.SIMILAR
                || found.type() == Relationship.Type.MENTIONS && pair.named();
    }

    private static List<Figure> speed(Bench bench) throws Exception {
        var folder = bench.empty("relationships-" + NOTES);
        try (var wiring = bench.wiring()) {
            EmbeddingModel model;
            try (var library = wiring.open(folder, Library.Access.WRITE)) {
                model = library.embedding().state().current();
            }
            fill(folder, model);
            try (var library = wiring.open(folder, Library.Access.WRITE)) {
                var seconds = new double[LOOKED_FOR];
                for (int i = 0; i < LOOKED_FOR; i++) {
                    var id = library.sources().all().get(i * (NOTES / LOOKED_FOR)).id();
                    seconds[i] =
                            Clock.of(() -> library.relationships().find(id, Progress.NONE)).wall();
                }
                double first = seconds[0];
                Arrays.sort(seconds);
                return List.of(
                        Figure.of("20,000 notes: seconds for the first note", "%.2f", first),
                        Figure.of("the same, p50", "%.2f", seconds[LOOKED_FOR / 2]),
                        Figure.of("the same, longest", "%.2f", seconds[LOOKED_FOR - 1]));
            }
        }
    }

    private static void fill(Path folder, EmbeddingModel model) {
        var random = new Random(11);
        try (var database = Database.open(folder.resolve("pharos.db"), false)) {
            new SqliteSources(database)
                    .saveAll(
                            IntStream.range(0, NOTES)
                                    .mapToObj(number -> revision(number, random))
                                    .toList());
            GraphSpeed.addVectors(new SqliteVectors(database), model, random);
        }
    }

    private static Sources.Revision revision(int number, Random random) {
        var text = new StringBuilder();
        for (int i = 1; i <= LENGTH; i++) {
            text.append(
                    i % 12 == 0
                            ? "is %d metres long. The ".formatted(random.nextInt(900))
                            : word(random) + " ");
        }
        var plain = new MadeNote(number, text + "end.", List.of(), Set.of(), null).revision();
        var was = plain.source();
        var named =
                new Source(
                        was.id(),
                        was.kind(),
                        word(random) + " " + word(random) + " " + number,
                        was.path(),
                        was.revision(),
                        was.contentHash(),
                        was.size(),
                        was.mediaType(),
                        was.language(),
                        was.authors(),
                        was.tags(),
                        was.created(),
                        was.modified(),
                        was.imported(),
                        was.passages());
        var place = new Place(null, null, 1, null, null, 0, text.length() + 4);
        return new Sources.Revision(
                named,
                plain.document(),
                List.of(new Sources.Chunk(place, text + "end.", "en")),
                Map.of());
    }

    /// Some words are in many notes, most in few.
    private static String word(Random random) {
        int number = (int) (WORDS * random.nextDouble() * random.nextDouble());
        var word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
