package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.summary.Summary.Section;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

final class SummarizerTest {
    private static final String BOAT =
            "The boat needs new paint. Red paint for the boat costs more. The paint is old.";
    private static final String BREAD =
            "The bakery bakes bread. Rye flour for the bread comes from a mill. Bread is cheap.";

    /// Text enough that there is something to choose.
    private static final Map<String, String> FILLING =
            Map.of(
                    "en",
                    "Most dams on the stream hold through every flood. The ponds cool the stream in July. The county measures the water twice a year.",
                    "de",
                    "Unter der Stadt liegt eine dicke Salzschicht. Die Saline brauchte große Mengen Holz. Der Rat misst jedes Frühjahr den Boden.",
                    "ru",
                    "Городская дума заключила договор с заводом. Трамвай возил раненых во время войны. Жители собрали подписи за линию.");

    private static Summary of(Material material, Depth depth, String... tags)
            throws ProblemException {
        return new Summarizer(new HashingEmbedder())
                .summarise(material, depth, List.of(tags), Progress.NONE);
    }

    private static Stream<Line> lines(Summary summary) {
        return Stream.of(
                        summary.overview().stream(),
                        summary.points().stream(),
                        summary.topics().stream().flatMap(topic -> topic.lines().stream()))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna: Hello.",
                "Anna: [Music]",
                "Anna: Um, uh, yeah.",
                "Anna: ♪ ♪ ♪",
                "Anna: 1 2 3"
            })
    void whereNothingIsSaidThereIsNoSummary(String lines) throws ProblemException {
        var summary = of(Talks.talk("en", lines), Depth.STANDARD);
        assertNull(summary.title());
        assertEquals(0, lines(summary).count());
        assertEquals(List.of(), summary.topics());
        assertEquals(0, summary.confidence());
    }

    @Test
    void anEmptyDocumentHasNoSummary() throws ProblemException {
        var nothing = Talks.document(SourceKind.NOTE, "und", "");
        assertNull(of(Material.of(nothing, null), Depth.STANDARD).title());
    }

    @Test
    void oneSentenceIsItsOwnSummary() throws ProblemException {
        var one =
                of(
                        Talks.talk("en", "Anna: The harbour museum opens a second entrance."),
                        Depth.STANDARD);
        assertEquals(
                List.of("The harbour museum opens a second entrance."),
                lines(one).map(Line::text).toList());
        assertNotNull(one.title());
        assertTrue(one.confidence() < 0.6, () -> "sure of one sentence: " + one.confidence());
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void noSentenceStandsTwiceAndNoneTooMuch(Depth depth) throws ProblemException {
        var summary = of(Talks.talk("en", Talks.ENGLISH), depth);
        var starts = new HashSet<Integer>();
        assertTrue(lines(summary).allMatch(line -> starts.add(line.place().startOffset())));
        assertTrue(summary.overview().size() <= depth.overview);
        assertTrue(summary.points().size() <= depth.points);
        assertTrue(summary.topics().size() <= depth.topics);
        assertTrue(summary.phrases().size() <= depth.phrases);
        assertTrue(summary.tags().size() <= depth.tags);
    }

    @ParameterizedTest
    @CsvSource({"en,Ticket office", "de,Lagerhalle", "ru,приложение"})
    void aTalkIsCalledWhatItSpeaksOf(String language, String word) throws ProblemException {
        var lines =
                switch (language) {
                    case "de" -> Talks.GERMAN;
                    case "ru" -> Talks.RUSSIAN;
                    default -> Talks.ENGLISH;
                };
        String title = of(Talks.talk(language, lines), Depth.STANDARD).title();
        assertNotNull(title);
        assertTrue(title.contains(word), title);
    }

    @Test
    void noQuestionIsPickedWhileThereAreStatements() throws ProblemException {
        var talk =
                """
                Anna: Shall we make a basic remote control with buttons for channels and volume and power
                Tom: The remote control gets rubber buttons that glow in the dark.
                Anna: A battery for the remote control costs about fifty cents a year.
                Tom: The remote control is sold in Europe for twenty five euros.
                Anna: Old people want large buttons on a remote control and few of them.
                """;
        var summary = of(Talks.talk("en", talk), Depth.STANDARD);
        assertEquals(4, lines(summary).count());
        assertTrue(lines(summary).noneMatch(line -> line.text().startsWith("Shall")));
    }

    @Test
    void whatIsMeasuredIsAPhraseWithoutItsMeasure() throws ProblemException {
        var talk = "Anna: Im Moor ließ der Graf 14 Kilometer Gräben ziehen.";
        var phrases =
                of(Talks.talk("de", talk), Depth.STANDARD).phrases().stream()
                        .map(KeyPhrase::text)
                        .toList();
        assertTrue(phrases.contains("Gräben"), phrases::toString);
        assertTrue(phrases.stream().noneMatch(each -> each.contains("Kilometer G")));
    }

    @Test
    void aDocumentIsDividedBelowItsHeadings() throws ProblemException {
        var paragraphs =
                Stream.of("Boats", "Bread", "Trams", "Bees")
                        .flatMap(heading ->
                                Stream.of(
                                        "# " + heading,
                                        ("The " + heading + " of the town are old and cost much. ")
                                                .repeat(heading.equals("Boats") ? 60 : 25)))
                        .toArray(String[]::new);
        var material = Material.of(Talks.document(SourceKind.NOTE, "en", paragraphs), null);
        var parts =
                new Summarizer(new HashingEmbedder())
                        .parts(material, 2, Depth.BRIEF, List.of(), Progress.NONE);
        assertEquals(
                List.of("Boats", "Bread"),
                parts.stream()
                        .map(part -> part.material().sentences().getFirst().place().heading())
                        .toList());
    }

    @Test
    void everyLineLeadsToItsWords() throws ProblemException {
        var transcript = Talks.transcript("en", Talks.ENGLISH);
        var recording = Talks.recording(transcript);
        var summary = of(Material.of(recording, transcript, Talks.DAY), Depth.DETAILED);
        var all =
                Stream.of(
                                lines(summary),
                                summary.decisions().stream(),
                                summary.questions().stream(),
                                summary.actions().stream().map(Action::line))
                        .flatMap(each -> each)
                        .toList();
        for (Line line : all) {
            var place = line.place();
            String there = recording.text().substring(place.startOffset(), place.endOffset());
            assertEquals(line.words().quote(), there);
            assertEquals(line.text(), Speech.clean(there, "en"));
            assertNotNull(place.startMs());
        }
    }

    @Test
    void aTopicBeginsWhereTheWordsChange() throws ProblemException {
        var talk = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            talk.append("Anna: ").append(BOAT).append('\n');
        }
        long second = 8L * BOAT.split(" ").length * Talks.WORD_MS;
        for (int i = 0; i < 8; i++) {
            talk.append("Anna: ").append(BREAD).append('\n');
        }
        var topics = of(Talks.talk("en", talk.toString()), Depth.STANDARD).topics();
        assertEquals(
                List.of(0L, second), topics.stream().map(each -> each.place().startMs()).toList());
    }

    @Test
    void headingsAreTheTopicsOfADocument() throws ProblemException {
        var text =
                Talks.document(
                        SourceKind.NOTE,
                        "en",
                        "# The boat",
                        "The boat needs new paint before the summer comes.",
                        "# The bakery",
                        "The bread in the bakery is baked with rye flour.");
        var summary = of(Material.of(text, null), Depth.STANDARD);
        assertEquals(
                List.of("The boat", "The bakery"),
                summary.topics().stream().map(Section::heading).toList());
    }

    @Test
    void tagsOfTheLibraryComeBeforeNewOnes() throws ProblemException {
        var tags =
                of(Talks.talk("en", Talks.ENGLISH), Depth.STANDARD, "cooking", "places/harbour")
                        .tags();
        assertEquals("places/harbour", tags.getFirst());
        assertTrue(tags.size() > 1, "no new tag");
        assertTrue(!tags.contains("cooking"), tags::toString);
    }

    @Test
    void theEndOfALongRecordingIsHeard() throws ProblemException {
        var lines = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            lines.append("Anna: Chapter ").append(i / 250).append(" tells how the ");
            lines.append(
                    List.of("boat", "mill", "school", "bridge", "tower", "garden").get(i / 250));
            lines.append(" number ").append(i).append(" was built by the people of the village");
            lines.append(" and what they paid for it in those days.\n");
        }
        var talk = Talks.talk("en", lines.toString());
        var summary = of(talk, Depth.DETAILED);
        long sixth = talk.sentences().size() * 5L / 6;
        int late = talk.sentences().get((int) sixth).place().startOffset();
        assertTrue(lines(summary).anyMatch(line -> line.place().startOffset() >= late));
        assertTrue(summary.topics().size() > 1);
    }

    @Test
    void aSummaryIsTheSameAfterItWasKept() throws Exception {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var summary = of(Talks.talk("en", Talks.ENGLISH), Depth.DETAILED);
        assertEquals(summary, json.readValue(json.writeValueAsString(summary), Summary.class));
    }

    @Test
    void cancellingStopsIt() {
        var cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        var summarizer = new Summarizer(new HashingEmbedder());
        assertThrows(
                CancellationException.class,
                () ->
                        summarizer.summarise(
                                Talks.talk("en", Talks.ENGLISH),
                                Depth.BRIEF,
                                List.of(),
                                cancelled));
    }

    @Test
    void twoLanguagesInOneTalkAreBothUnderstood() throws ProblemException {
        var summary = of(Talks.talk("de", Talks.GERMAN + Talks.ENGLISH), Depth.STANDARD);
        assertEquals(2, summary.decisions().size());
        assertEquals(6, summary.actions().size());
    }

    @ParameterizedTest
    @CsvSource({
        "Photosynthesis,true",
        "Sauna rules,true",
        "Haushaltsplan 2026,true",
        "boat_2024,true",
        "GMT20240311_Recording,false",
        "Neue Aufnahme 3,false",
        "Запись 12,false",
        "scan0001,false",
        "IMG_2041,false",
        "WhatsApp Audio 2026-03-02,false",
        "x.example.org_docs_17459,false",
        "Besprechung Montag,false"
    })
    void aTitleThatTellsSomethingStays(String title, boolean telling) throws ProblemException {
        var talk = Talks.talk("en", "Anna: " + BOAT);
        var named =
                new Material(
                        title, talk.kind(), "en", talk.date(), talk.spoken(), talk.sentences());
        assertEquals(telling, title.equals(of(named, Depth.BRIEF).title()));
    }

    @ParameterizedTest
    @CsvSource({
        "en,Roof leaks badly again. New tents needed. Fire brigade tent free. School band instead. Two offers for the roof.",
        "de,Dach der Turnhalle undicht. Zwei neue Zelte. Zelt der Feuerwehr umsonst. Schülerband statt Blaskapelle. Drei Angebote für das Dach."
    })
    void minutesInKeyWordsHaveASummary(String language, String text) throws ProblemException {
        var summary = of(Talks.talk(language, "Anna: " + text), Depth.STANDARD);
        assertNotNull(summary.title());
        assertTrue(lines(summary).count() > 1);
    }

    @ParameterizedTest
    @CsvSource({
        "en,'The plumber comes at nine on Monday. Buy new valves before that. I will not take the offer of Hill. Ask Joan about the old manual. No idea why the pump is loud.'",
        "ru,'Сантехник придёт в понедельник в девять. Не забыть купить краны. Решил не брать предложение Петрова. Спросить Анну про старую инструкцию. Ключи хранит Павел. Непонятно почему шумит насос.'"
    })
    void ofAMemoOfAFewSentencesNoneIsLost(String language, String memo) throws ProblemException {
        var said =
                lines(of(Talks.talk(language, "Anna: " + memo), Depth.STANDARD))
                        .map(Line::text)
                        .toList();
        assertEquals(
                List.of(memo.split("(?<=[.]) ")),
                said.stream().sorted(Comparator.comparingInt(memo::indexOf)).toList());
    }

    @Test
    void greetingsAndHalfSentencesAreNotChosen() throws ProblemException {
        var talk =
                """
                Anna: Good morning everybody and welcome to the meeting of the harbour museum. The harbour museum needs a larger ticket office before the summer.
                Tom: In a more general broad way of seeing the museum and the. The ticket office costs forty thousand pounds with the glass doors.
                Anna: The city council pays half of the ticket office and the museum pays the other half.
                Tom: The school classes wait under the old crane until the ticket office opens.
                """;
        var chosen = lines(of(Talks.talk("en", talk), Depth.DETAILED)).map(Line::text).toList();
        assertEquals(4, chosen.size(), chosen::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Good morning everybody and thank you all for coming to the harbour on such a cold day.",
        "de,Guten Morgen zusammen und vielen Dank dass Sie alle an diesem kalten Tag zum Hafen gekommen sind.",
        "ru,Доброе утро коллеги и большое спасибо всем что вы в такой холодный день пришли к нам сюда в порт."
    })
    void greetingsWithThanksAreNotChosen(String language, String greeting) throws ProblemException {
        var text =
                switch (language) {
                    case "de" -> Talks.GERMAN;
                    case "ru" -> Talks.RUSSIAN;
                    default -> Talks.ENGLISH;
                };
        var talk = Talks.talk(language, "Anna: " + greeting + "\n" + text);
        assertFalse(
                lines(of(talk, Depth.DETAILED))
                        .anyMatch(line -> line.text().startsWith(greeting.substring(0, 10))));
    }

    @Test
    void whoSpeaksInLinesIsNoHeadingAndNoTag() throws ProblemException {
        String minutes =
                """
                Helen Marsh: The pier has been rotten since November, and the ferry cannot land.
                Tom Okafor: Three firms offer new wood, and Northgate asks nine hundred pounds.
                Helen Marsh: Helen Marsh and the ferry company share the price of the wood.
                Tom Okafor: Then Tom Okafor calls Northgate about the wood for the pier.
                """;
        var found =
                of(
                        Material.of(Talks.document(SourceKind.TEXT, "en", minutes), null),
                        Depth.DETAILED);
        String named =
                found.title()
                        + found.tags()
                        + found.phrases()
                        + found.topics().stream().map(Summary.Section::heading).toList();
        assertFalse(named.matches("(?is).*(?:helen|marsh|okafor).*"), named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Trout were expected to suffer in the stream. They did not: the number of young trout rose.
                    de | Die Wälder der Umgebung verschwanden bald. An ihrer Stelle wuchs Heide für die Schafe.
                    ru | Компания купила 26 новых вагонов. Они были покрашены в зелёный цвет.
                    """)
    void aLineThatLeansOnAnotherHasThatWithIt(String language, String pair)
            throws ProblemException {
        var material =
                Material.of(
                        Talks.document(
                                SourceKind.TEXT,
                                language,
                                pair,
                                Objects.requireNonNull(FILLING.get(language))),
                        null);
        var texts = lines(of(material, Depth.DETAILED)).map(Line::text).toList();
        String leaning = pair.substring(pair.indexOf(". ") + 2);
        assertTrue(texts.contains(pair), texts.toString());
        assertFalse(texts.contains(leaning), texts.toString());
    }

    @Test
    void russianPhrasesStandInTheNominative() throws ProblemException {
        var material =
                Material.of(
                        Talks.document(
                                SourceKind.TEXT,
                                "ru",
                                "Крюков пожаловался госпоже Осиповой на маяк. Мы писали госпоже Осиповой о маяке."
                                        + " На мысе Тонком стоит маяк. Дороги к мысе Тонком нет. Изгородь у дороги администрация не стрижёт."),
                        null);
        var phrases = of(material, Depth.DETAILED).phrases().stream().map(KeyPhrase::text).toList();
        assertTrue(phrases.contains("госпожа Осипова"), phrases.toString());
        assertTrue(phrases.contains("мыс Тонкий"), phrases.toString());
        assertFalse(phrases.contains("дороги администрация"), phrases.toString());
    }

    @Test
    void noKeyPhraseStandsTwice() throws ProblemException {
        var phrases =
                of(
                                Talks.talk(
                                        "ru",
                                        "Анна: В кружке теперь 31 ребёнок, весной было меньше.\n"
                                                + "Иван: Кто поедет с детьми на турнир в Казань?"),
                                Depth.DETAILED)
                        .phrases()
                        .stream()
                        .map(KeyPhrase::text)
                        .toList();
        assertEquals(phrases.stream().distinct().toList(), phrases);
    }

    @Test
    void whatAcceptsAProposalIsToldOnlyBesideIt() throws ProblemException {
        var found =
                of(
                        Talks.talk(
                                "de",
                                "Anna: Ich möchte vorschlagen, im Winter später zu beginnen.\n"
                                        + "Tom: Einverstanden.\n"
                                        + "Anna: Dann ist das so beschlossen, ab dem 1. November.\n"
                                        + "Tom: Der Steg hat drei lose Bretter."),
                        Depth.DETAILED);
        assertTrue(
                lines(found).noneMatch(line -> line.text().contains("so beschlossen")),
                found::toString);
    }
}
