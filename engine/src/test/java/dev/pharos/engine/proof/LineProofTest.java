package dev.pharos.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.proof.LineProof.Kind;
import dev.pharos.engine.proof.Said.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is written of a source, held to its words.
final class LineProofTest {
    private static final double CAUGHT = 0.95;
    private static final double PROVED = 0.75;

    /// What is told of lines that all name all that was said: nothing of one that is proved.
    private static List<String> told(
            String language, Kind kind, List<String> said, String... lines) {
        var sentences =
                said.stream()
                        .map(each -> each.split("> "))
                        .map(part -> new Said(part[1], language, part[0]))
                        .toList();
        var named = new ArrayList<Integer>();
        sentences.forEach(_ -> named.add(named.size()));
        var told = new ArrayList<String>();
        for (String line : lines) {
            var doubt = new LineProof(sentences).doubt(line, kind, named);
            told.add(
                    doubt == null
                            ? ""
                            : doubt.reason() == Reason.TURNED
                                    ? "TURNED"
                                    : doubt.reason() + " " + doubt.missing());
        }
        return told;
    }

    @Test
    void aDayIsComparedAsAWhole() {
        assertEquals(
                List.of("", "NOT_SAID [14 June]", "NOT_SAID [15 April]", "NOT_SAID [June]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> The work begins on 14 April and lasts until 15 May."),
                        "The work begins on 14 April.",
                        "The work begins on 14 June.",
                        "The work begins on 15 April.",
                        "The work lasts until June."));
        assertEquals(
                List.of("", "NOT_SAID [1. Mai]"),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Ab dem 1. April ist der Laden samstags geöffnet."),
                        "Der Laden ist ab dem 1. April samstags geöffnet.",
                        "Der Laden ist ab dem 1. Mai samstags geöffnet."));
    }

    @Test
    void theOppositeIsNotProved() {
        assertEquals(
                List.of("TURNED", ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> We will not wait until June."),
                        "They will wait until June.",
                        "They will not wait until June."));
        assertEquals(
                List.of("TURNED", ""),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Die Stadt zahlt keine Miete, aber sie stellt einen Raum."),
                        "Die Stadt zahlt Miete.",
                        "Die Stadt stellt einen Raum."));
        assertEquals(
                List.of("TURNED", ""),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Иван> Третий зал мы закрывать не будем."),
                        "Третий зал закроют.",
                        "Третий зал не закроют."));
    }

    @Test
    void whatIsOnlyAskedOrWishedIsNotSo() {
        assertEquals(
                List.of("WISHED []", ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> We could hire a second cook."),
                        "They hire a second cook.",
                        "Ann suggests hiring a second cook."));
        assertEquals(
                List.of("WISHED []", ""),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Ich spreche bis Freitag mit dem Wirt."),
                        "Eva hat mit dem Wirt gesprochen.",
                        "Eva spricht bis Freitag mit dem Wirt."));
        assertEquals(
                List.of("WISHED []", ""),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Иван> Я подготовлю договор."),
                        "Иван подготовил договор.",
                        "Иван подготовит договор."));
    }

    @Test
    void whatOneDoesIsNotWhatAnotherDoes() {
        assertEquals(
                List.of("ELSEWHERE [Bob]", "", "ELSEWHERE [900]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> I will call the baker.",
                                "Bob> Miller asks 900 pounds, Porter asks 700 pounds."),
                        "Bob will call the baker.",
                        "Ann will call the baker.",
                        "Porter asks 900 pounds."));
        assertEquals(
                List.of("ELSEWHERE [Глеб]", ""),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Глеб> Я куплю билеты.", "Лена> Я приготовлю ужин."),
                        "Глеб приготовит ужин.",
                        "Лена приготовит ужин."));
    }

    @Test
    void theSameWordsInOtherPlacesAreNotTheSame() {
        assertEquals(
                List.of("ELSEWHERE []", ""),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Иван> Мальчик укусил собаку."),
                        "Собака укусила мальчика.",
                        "Собаку укусил мальчик."));
        assertEquals(
                List.of("ELSEWHERE []", ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> The court moved from York to Leeds."),
                        "The court moved from Leeds to York.",
                        "The court moved from York to Leeds."));
        assertEquals(
                List.of("ELSEWHERE []", ""),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Weil die Löhne stiegen, schloss die Weberei."),
                        "Weil die Weberei schloss, stiegen die Löhne.",
                        "Die Weberei schloss, weil die Löhne stiegen."));
    }

    @Test
    void whoToldItIsWhoSaidIt() {
        assertEquals(
                List.of("ELSEWHERE [Bob]", ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> The pump needs new valves.", "Bob> The shed is empty."),
                        "Bob said that the pump needs new valves.",
                        "Ann said that the pump needs new valves."));
    }

    @Test
    void whatMayNotBeDoneIsForbidden() {
        assertEquals(
                List.of("", "REWORDED [Parking]", "REWORDED [demolish]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> Nobody may light bonfires in the garden.",
                                "Ann> Tom will paint the old shed in the garden."),
                        "Bonfires in the garden are forbidden.",
                        "Parking is not allowed in the garden.",
                        "Tom will demolish the old shed in the garden."));
    }

    @Test
    void aSmallWordIsToldWithTheOneThatStandsThere() {
        assertEquals(
                List.of("NOT_SAID [“after” (there: “before”)]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> The bus arrives before eight."),
                        "The bus arrives after eight."));
    }

    @Test
    void onlyTheWordsThatAreMissingAreTold() {
        assertEquals(
                List.of("TURNED", "NOT_SAID [All]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> The council turned our plan down in 2024, some members left."),
                        "The council approved the plan in 2024.",
                        "All members left."));
        assertEquals(
                List.of(""),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Die Heizung ist seit Januar defekt."),
                        "Frau Dr. Eva sagt, dass die Heizung seit Januar defekt ist."));
    }

    @Test
    void aDecisionRestsOnWordsThatDecide() {
        var offer = List.of("Ann> The blue tiles cost 900 pounds.");
        assertEquals(
                List.of("UNDECIDED []"),
                told("en", Kind.DECISION, offer, "The blue tiles cost 900 pounds."));
        assertEquals(
                List.of(""),
                told(
                        "de",
                        Kind.DECISION,
                        List.of("Eva> Wir nehmen die blauen Fliesen."),
                        "Man nimmt die blauen Fliesen."));
    }

    @Test
    void plainOppositesAreNotTakenForOtherWords() {
        assertEquals(
                List.of(
                        "TURNED",
                        "",
                        "TURNED",
                        "NOT_SAID [“approved” (there: “rejected”)]",
                        "TURNED",
                        ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> Nobody may light bonfires.",
                                "Ann> Plot 22 is still without a tenant.",
                                "Ann> The council rejected the bus stop.",
                                "Ann> The old pump is broken."),
                        "Bonfires are allowed.",
                        "Bonfires are forbidden.",
                        "Plot 22 has found a tenant.",
                        "The council approved the bus stop.",
                        "The old pump runs.",
                        "The old pump does not work."));
        assertEquals(
                List.of("TURNED", "TURNED", "NOT_SAID [abgelehnt]"),
                told(
                        "de",
                        Kind.LINE,
                        List.of(
                                "Eva> Das Dach ist undicht.",
                                "Eva> Wir kaufen die neue Pumpe.",
                                "Eva> Das Wasserwerk hat unseren Brief nicht beantwortet."),
                        "Das Dach ist dicht.",
                        "Man kauft die gebrauchte Pumpe.",
                        "Das Wasserwerk hat unseren Brief abgelehnt."));
        assertEquals(
                List.of("TURNED", "TURNED"),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Нина> На насос гарантии нет.", "Нина> Город отклонил просьбу."),
                        "На подержанный насос есть гарантия.",
                        "Город одобрил просьбу."));
    }

    @Test
    void whatIsCountedInOneClauseIsNotCountedInAnother() {
        assertEquals(
                List.of("ELSEWHERE []", "", "NOT_SAID [“millimetre” (there: “metre”)]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> Year 7 read 12 books and year 8 read 9.",
                                "Ann> Peat grows a millimetre a year.",
                                "Ann> A metre of it holds a thousand years."),
                        "Year 8 read 12 books.",
                        "Year 7 read 12 books.",
                        "A millimetre of peat holds a thousand years."));
        assertEquals(
                List.of("ELSEWHERE []", ""),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Die 5a hat 14 Bäume gepflanzt und die 5b 9."),
                        "Die 5b hat 14 Bäume gepflanzt.",
                        "Die 5b hat 9 Bäume gepflanzt."));
    }

    @Test
    void articlesAndClausesTellWhoDoesIt() {
        assertEquals(
                List.of("ELSEWHERE []", "", "ELSEWHERE []", ""),
                told(
                        "de",
                        Kind.LINE,
                        List.of(
                                "Eva> Die Schule hat der Kirche ihre Stühle geliehen.",
                                "Eva> Die Ärztin hat den Pfleger gelobt."),
                        "Die Kirche hat der Schule ihre Stühle geliehen.",
                        "Der Kirche hat die Schule ihre Stühle geliehen.",
                        "Der Pfleger hat die Ärztin gelobt.",
                        "Der Pfleger wurde von der Ärztin gelobt."));
        assertEquals(
                List.of("ELSEWHERE []", ""),
                told(
                        "en",
                        Kind.LINE,
                        List.of(
                                "Ann> The door was painted because the inspector had asked for it."),
                        "The inspector painted the door.",
                        "The inspector asked for the door to be painted."));
        assertEquals(
                List.of("ELSEWHERE []"),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Ива> Дверь покрасили, потому что этого потребовала инспектор."),
                        "Дверь покрасила инспектор."));
    }

    @Test
    void aMarkNamesAWordOnceAsItIsWritten() {
        assertEquals(
                List.of("NOT_SAID [„geschlossen“ (dort: „geöffnet“)]"),
                told(
                        "de",
                        Kind.LINE,
                        List.of("Eva> Die Küche ist von Montag bis Donnerstag geöffnet."),
                        "Die Küche ist von Montag bis Donnerstag geschlossen."));
    }

    @Test
    void anotherLanguageIsNotChecked() {
        assertEquals(
                List.of("UNCHECKED []"),
                told(
                        "ru",
                        Kind.LINE,
                        List.of("Иван> Это пока не решено."),
                        "Die Stadt übernimmt die Kosten."));
    }

    @Test
    void whoIsToDoItIsWhoSaysSoOrIsNamed() {
        var said =
                List.of(
                        new Said("Bob, please order the flour by Friday.", "en", "Ann Hill"),
                        new Said("I will bake on Monday.", "en", "Cid"));
        var proof = new LineProof(said);
        assertTrue(proof.does("Bob", "Order flour", List.of(0)));
        assertFalse(proof.does("Ann Hill", "Order flour", List.of(0)));
        assertTrue(proof.does("Cid", "Bake", List.of(1)));
        assertFalse(proof.does("Bob", "Bake", List.of(1)));
        assertTrue(proof.due("by Friday", "Order flour", List.of(0)));
        assertFalse(proof.due("Monday", "Order flour", List.of(0)));
    }

    @Test
    void bothMonthsAreNoDayOfThem() {
        assertEquals(
                List.of("", "NOT_SAID [second, May]"),
                told(
                        "en",
                        Kind.LINE,
                        List.of("Ann> In May and June the hall is full."),
                        "Both May and June the hall is full.",
                        "On the second of May the hall is full."));
    }

    @Test
    void aSentenceOfThirtyThousandLettersIsHeldToInSeconds() {
        String row = "The hall and the shed and Bob call 900 people up ";
        String table = "Ann> " + row.repeat(30_000 / row.length());
        assertEquals(
                List.of("REWORDED [Cid]"),
                assertTimeout(
                        Duration.ofSeconds(20),
                        () -> told("en", Kind.LINE, List.of(table), "Cid calls Bob.")));
    }

    @Test
    void mostLiesAreCaughtAndMostTrueLinesProved() throws Exception {
        var lines = WrittenLine.all().stream().filter(line -> !line.heldBack()).toList();
        assertTrue(share(lines, false) >= CAUGHT, () -> "" + share(lines, false));
        assertTrue(share(lines, true) >= PROVED, () -> "" + share(lines, true));
    }

    private static double share(List<WrittenLine> lines, boolean proved) {
        return lines.stream()
                .filter(line -> line.isTrue() == proved)
                .mapToInt(line -> (line.doubt() == null) == proved ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "The party is on 11 July.,DECISION,0,UNDECIDED",
        "The party is on 18 July.,DECISION,1,",
        "The society buys a pump for 840 pounds.,LINE,2,WISHED",
        "A pump for 840 pounds was proposed.,LINE,2,",
        "The hives are postponed until autumn.,LINE,3,",
    })
    void whatBecameOfAProposalCounts(String line, Kind kind, int named, @Nullable Reason reason) {
        var said =
                List.of(
                        new Said("I suggest Saturday, 11 July.", "en", "Petra"),
                        new Said("The party is on 18 July.", "en", "Anna", Outcome.DECIDED),
                        new Said(
                                "I propose that the society buys a pump for 840 pounds.",
                                "en",
                                "Tom",
                                Outcome.TURNED_DOWN),
                        new Said(
                                "Let's postpone the hives until autumn.",
                                "en",
                                "Anna",
                                Outcome.DECIDED));
        var doubt = new LineProof(said).doubt(line, kind, List.of(named));
        assertEquals(reason, doubt == null ? null : doubt.reason());
    }

    @Test
    void whoTakesATaskOverDoesItAndWhoDeclinesDoesNot() {
        var proof =
                new LineProof(
                        List.of(
                                new Said("Petra, please book the marquee.", "en", "Anna"),
                                new Said("I'm afraid I can't, I'm away.", "en", "Petra"),
                                new Said("All right, I'll book it.", "en", "Sam")));
        assertFalse(proof.does("Petra", "Book the marquee", List.of(0)));
        assertTrue(proof.does("Sam", "Book the marquee", List.of(0, 2)));
    }
}
