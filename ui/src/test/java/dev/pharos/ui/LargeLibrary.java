package dev.pharos.ui;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.MadeNote;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A library of many short notes on some fields each, which link to each other as notes do: mostly
/// within their field, and most to a few. The same seed gives the same library.
final class LargeLibrary {
    private static final int FIELDS = 60;
    private static final int WORDS = 40;
    private static final int OF_A_FIELD = 25;
    private static final int LINKS = 3;
    private static final int DAYS = 900;

    private final Random random = new Random(5);

    private LargeLibrary() {}

    static void make(Path folder, int notes) throws ProblemException {
        try (var library =
                Library.open(
                        folder,
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE))) {
            var large = new LargeLibrary();
            library.sources().saveAll(IntStream.range(0, notes).mapToObj(large::revision).toList());
        }
        try (var library =
                Library.open(
                        folder,
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE))) {
            library.meaning().await(Progress.NONE);
        }
    }

    private Sources.Revision revision(int number) {
        int field = number % FIELDS;
        var text =
                IntStream.range(0, WORDS)
                        .mapToObj(_ -> "word" + field + "x" + random.nextInt(OF_A_FIELD))
                        .collect(Collectors.joining(" "));
        var links = new ArrayList<Link>();
        for (int i = 0; number > FIELDS && i < LINKS; i++) {
            boolean near = random.nextInt(12) > 0;
            double few = random.nextDouble() * random.nextDouble();
            int to = (int) (few * number);
            to = near ? Math.max(0, to - to % FIELDS + field) : to;
            if (to < number) {
                links.add(MadeNote.linkTo(to));
            }
        }
        var tags = random.nextInt(3) == 0 ? Set.of("field" + field) : Set.<String>of();
        var when = Instant.parse("2026-06-01T10:00:00Z").minusSeconds(86_400L * (number % DAYS));
        return new MadeNote(number, text, links, tags, when).revision();
    }
}
