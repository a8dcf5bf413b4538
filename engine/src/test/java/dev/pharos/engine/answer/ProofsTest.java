package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a language model says, held to a passage by the real [Proofs].
final class ProofsTest {
    private static final String SAUNA =
            """
            # Sauna

            The sauna was built in 1978 by Ilmari Koskinen. A session costs 4.50 euros. Children under 7 pay nothing. \
            The maximum number of guests is eight. Nobody may pour more than 0.5 litres of water at once. \
            The stove was last checked on 3 March 2024. Pets are not allowed in the sauna. \
            The key is kept by Mrs. Haverkamp.
            """;

    @TempDir Path temp;

    /// What is doubted of each claim; nothing of one that is proved.
    private List<String> doubted(String... claims) throws Exception {
        var file = Files.writeString(temp.resolve("sauna.txt"), SAUNA);
        var abilities =
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        try (var library = Library.open(temp.resolve("library"), Access.WRITE, abilities)) {
            library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
            library.meaning().await(Progress.NONE);
            var hits = library.answerer().answer("sauna", _ -> {}, Progress.NONE).nearest();
            var proofs =
                    new Proofs(
                            new Evidence(library.sources(), library.transcripts()),
                            new HashingEmbedder(),
                            hits);
            var doubted = new ArrayList<String>();
            for (String claim : claims) {
                var doubt = proofs.checked(claim, "", hits, null).doubt();
                doubted.add(
                        doubt == null
                                ? ""
                                : doubt.reason() == Reason.NOT_SAID
                                        ? String.join(", ", doubt.missing())
                                        : doubt.reason() + " " + doubt.missing());
            }
            return doubted;
        }
    }

    @Test
    void whatThePassageSaysIsProved() throws Exception {
        assertEquals(
                List.of("", "", "", "", ""),
                doubted(
                        "The sauna was built in 1978 by Ilmari Koskinen.",
                        "A session costs 4.50 euros.",
                        "The maximum number of guests is 8.",
                        "The stove was last checked on 3 March 2024.",
                        "Pets are not allowed."));
    }

    @Test
    void aNumberThatIsSaidOfSomethingElseProvesNothing() throws Exception {
        assertEquals(
                List.of("7", "8", "5", "4.50"),
                doubted(
                        "The maximum number of guests is 7.",
                        "The stove was last checked on 8 March 2024.",
                        "Nobody may pour more than 5 litres of water at once.",
                        "Children under 7 pay 4.50 euros."));
    }

    @Test
    void aNameThatComesAfterwardsProvesNothing() throws Exception {
        assertEquals(
                List.of("Haverkamp"), doubted("The sauna was built in 1978 by Mrs. Haverkamp."));
    }

    @Test
    void whatIsTurnedRoundByANotIsDoubted() throws Exception {
        assertEquals(
                List.of("TURNED [not]", "TURNED [not]", ""),
                doubted(
                        "Pets are allowed in the sauna.",
                        "The sauna was not built in 1978 by Ilmari Koskinen.",
                        "The sauna was not only built in 1978 by Ilmari Koskinen."));
    }
}
