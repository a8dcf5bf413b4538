package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/// The tags of a text, new ones and those of the library.
final class TaggingTest {
    private static final String BOAT =
            "The boat needs new paint. Red paint for the boat costs more. The paint is old.";
    private static final String BREAD =
            "The bakery bakes bread. Rye flour for the bread comes from a mill. Bread is cheap.";

    private static Summary of(Material material, Depth depth, String... tags)
            throws ProblemException {
        return new Summarizer(new HashingEmbedder())
                .summarise(material, depth, List.of(tags), Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The oven burns wood. The extinguisher hangs beside the oven. The oven cost twelve pounds. The solar panels cost less than the oven. | oven
                    de | Der Ofen verbrennt Holz. Der Feuerlöscher hängt neben dem Ofen. Der Ofen kostete zwölf Euro. Die Solaranlage kostete weniger als der Ofen. | ofen
                    ru | Печь сжигает дрова. Огнетушитель висит рядом с печью. Печь стоила двенадцать рублей. Солнечные батареи стоили меньше печи. | печь
                    """)
    void tagsAreNouns(String language, String text, String first) throws ProblemException {
        var tags = of(Talks.talk(language, "Anna: " + text), Depth.DETAILED).tags();
        assertEquals(first, tags.getFirst());
        var nouns =
                Set.of(
                        "oven",
                        "wood",
                        "fire",
                        "extinguisher",
                        "solar",
                        "panels",
                        "ofen",
                        "holz",
                        "feuerlöscher",
                        "solaranlage",
                        "печь",
                        "дрова",
                        "огнетушитель",
                        "солнечные",
                        "батареи");
        for (String tag : tags) {
            assertTrue(nouns.containsAll(List.of(tag.split("-"))), tag);
        }
    }

    @Test
    void thoseWhoSpeakAreNoTags() throws ProblemException {
        var talk =
                "Anna: Tom, you bought the boat. Tom sails the boat.\nTom: Anna paints the boat with Anna's paint.";
        assertEquals(List.of("boat", "paint"), of(Talks.talk("en", talk), Depth.DETAILED).tags());
    }

    @Test
    void aTagOfTheLibraryThatIsNamedInPassingIsNotTaken() throws ProblemException {
        var talk = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            talk.append("Anna: ").append(BOAT).append(' ').append(BREAD).append('\n');
        }
        talk.append("Tom: My son loves sport. I never liked sport at school.\n");
        var tags = of(Talks.talk("en", talk.toString()), Depth.STANDARD, "sport", "bread").tags();
        assertEquals("bread", tags.getFirst());
        assertFalse(tags.contains("sport"), tags::toString);
    }

    @Test
    void smallWordsOfOtherLanguagesAreNoTags() throws ProblemException {
        var text =
                "Le vieux bateau du port est rouge. Les enfants aiment le bateau et le port. Dans le port il y a un phare.";
        for (String tag : of(Talks.talk("fr", "Anna: " + text), Depth.STANDARD).tags()) {
            assertFalse(List.of("le", "les", "du", "et", "un", "il").contains(tag), tag);
        }
    }

    @Test
    void aNumberIsNoTagAndAnAdjectiveAloneNone() throws ProblemException {
        var english =
                Talks.document(
                        SourceKind.TEXT,
                        "en",
                        "The proofs arrive on the 20th. We send the book before the 20th. The bookshop waits for the book until the 20th.");
        var german =
                Talks.document(
                        SourceKind.TEXT,
                        "de",
                        "Eine neue Pumpe kostet 780 Euro, eine gebrauchte etwa 300. Für die gebrauchte gibt es keine Garantie. Die gebrauchte Pumpe ist laut.");
        assertFalse(of(Material.of(english, null), Depth.DETAILED).tags().contains("20th"));
        assertFalse(of(Material.of(german, null), Depth.DETAILED).tags().contains("gebrauchte"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | pump | Die Pumpe steht im Keller. Eine neue Pumpe kostet 800 Euro. Die alte Pumpe ist kaputt.
                    en | pumpe | The pump stands in the cellar. A new pump costs 800 pounds. The old pump is broken.
                    """)
    void aTagOfAnotherLanguageWithTheSameStemIsNotTaken(String language, String tag, String text)
            throws ProblemException {
        var found = of(Talks.talk(language, "Anna: " + text), Depth.STANDARD, tag).tags();
        assertFalse(found.contains(tag), found::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | boot | Die Boote liegen am Steg. Zwei Boote sind neu. Die Boote brauchen Farbe.
                    en | pumps | The pump stands in the cellar. A new pump costs 800 pounds. The old pump is broken.
                    """)
    void aTagMayBeAnotherFormOfItsWord(String language, String tag, String text)
            throws ProblemException {
        var found = of(Talks.talk(language, "Anna: " + text), Depth.STANDARD, tag).tags();
        assertEquals(tag, found.getFirst());
    }
}
