package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;

final class StatementsTest {

    private static Statements in(String language, String lines) {
        return new Statements(Talks.talk(language, lines));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    /// `person|due|day`
    private static List<String> who(List<Action> actions) {
        return actions.stream()
                .map(action -> action.person() + "|" + action.due() + "|" + action.day())
                .toList();
    }

    @Test
    void anEnglishMeetingIsUnderstood() {
        var found = in("en", Talks.ENGLISH);
        assertEquals(
                List.of("We decided to build the second entrance on the harbour side."),
                texts(found.decisions()));
        assertEquals(
                List.of("Who is going to pay the architect for the drawings?"),
                texts(found.questions()));
        assertEquals(
                List.of(
                        "Tom|by Friday|2026-11-27",
                        "Maria|by 3 December|2026-12-03",
                        "Tom|null|null"),
                who(found.actions()));
    }

    @Test
    void aGermanMeetingIsUnderstood() {
        var found = in("de", Talks.GERMAN);
        assertEquals(
                List.of(
                        "Dann haben wir uns auf die Solaranlage geeinigt, und die Kühlanlage kommt erst im nächsten Jahr."),
                texts(found.decisions()));
        assertEquals(
                List.of("Wer bezahlt eigentlich den Energieberater?"), texts(found.questions()));
        assertEquals(
                List.of(
                        "Tom|bis Freitag|2026-11-27",
                        "Frau Meier|bis 3. Dezember|2026-12-03",
                        "Tom|null|null"),
                who(found.actions()));
    }

    @Test
    void aRussianMeetingIsUnderstood() {
        var found = in("ru", Talks.RUSSIAN);
        assertEquals(
                List.of("Мы решили арендовать отдельный сервер и не трогать базу данных."),
                texts(found.decisions()));
        assertEquals(List.of("Сколько стоит аренда сервера на год?"), texts(found.questions()));
        assertEquals(
                List.of(
                        "Иван|к пятнице|2026-11-27",
                        "Марина|до 3 декабря|2026-12-03",
                        "Иван|null|null"),
                who(found.actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | If we decided to buy the boat we would need money.
                    en | We have not decided on the boat yet.
                    en | Should we go with the red boat?
                    en | I'll show you an example of the engine.
                    en | We have to make a decision about the boat.
                    en | That will send the wrong message to the captain.
                    en | I will talk about the engine of the boat now.
                    de | Ob wir das Boot kaufen, haben wir noch nicht entschieden.
                    de | Ich werde Ihnen jetzt den Motor zeigen.
                    de | Die Sonne wird morgen wieder scheinen.
                    ru | Мы пока не решили, купить ли лодку.
                    ru | Если я подготовлю лодку, мы поедем.
                    """)
    void whatIsNeitherDecidedNorPromisedIsLeftOut(String language, String said) {
        var found = in(language, "Anna: " + said + "\nTom: The weather is fine on the lake today.");
        assertEquals(List.of(), found.decisions());
        assertEquals(List.of(), found.actions());
    }

    @Test
    void aQuestionThatIsAnsweredIsNotOpen() {
        var found =
                in(
                        "en",
                        "Anna: How much does the new engine of the boat cost?\n"
                                + "Tom: The engine costs about four thousand pounds with the pump.");
        assertEquals(List.of(), found.questions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I don't know who is going to look at that boat.
                    en | How are you doing on the boat today?
                    de | Könnt ihr mich auf dem Boot gut hören?
                    """)
    void whatIsOnlySaidIsNoOpenQuestion(String language, String said) {
        assertEquals(List.of(), in(language, "Anna: " + said).questions());
    }

    @Test
    void whoSaysYesIsTheOneWhoWasAsked() {
        var found =
                in("en", "Anna: Can you please send the drawings to the city council?\nTom: Yes.");
        assertEquals(List.of("Tom|null|null"), who(found.actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | Wir sperren die Halle ab Februar, darauf haben wir uns geeinigt, oder? | Ja, ab Februar wird gesperrt.
                    de | Ein Zelt von der Feuerwehr und eins vom Verleih, das machen wir so. | Gut.
                    ru | Читальный зал закрываем с февраля, так и договорились? | Да, с февраля закрываем.
                    ru | Тогда берём школьный ансамбль. | Согласна.
                    en | So we'll use rubber for the case. | Fine.
                    """)
    void whatIsAgreedToIsDecided(String language, String said, String answered) {
        var found = in(language, "Anna: " + said + "\nTom: " + answered);
        assertEquals(1, found.decisions().size());
        assertEquals(List.of(), found.actions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de|Ja, mach ich. [lacht] Ich rufe morgen bei der Firma an.|Anna|morgen|2026-11-24",
                "de|Jürgen spricht mit der Schulleitung.|Jürgen|null|null",
                "ru|Пришлю вам черновик до среды.|Anna|до среды|2026-11-25",
                "ru|А Сергей поговорит с директором школы.|Сергей|null|null",
                "en|I have to call the plumber on Monday.|Anna|on Monday|2026-11-30"
            })
    void aTaskHasItsPersonAndItsDay(String line) {
        var parts = line.split("\\|", 3);
        assertEquals(
                List.of(parts[2].strip()),
                who(in(parts[0].strip(), "Anna: " + parts[1].strip()).actions()));
    }

    @Test
    void whatIsAskedForIsNotDecidedInAText() {
        assertEquals(
                List.of(),
                in("en", "Anna: It is an index of all the passages that we will use for retrieval.")
                        .decisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I suggest a second ferry on Sundays. It costs nine hundred pounds a month. | Let's do it that way. | I suggest a second ferry on Sundays.
                    de | Ich schlage vor, sonntags eine zweite Fähre zu schicken. Das kostet 900 Euro im Monat. | Das machen wir so. Ab Mai fährt sie. | Ich schlage vor, sonntags eine zweite Fähre zu schicken.
                    de | Die zweite Fähre fährt künftig auch sonntags. | Gut, das machen wir so. | Die zweite Fähre fährt künftig auch sonntags.
                    ru | Предлагаю пускать второй паром по воскресеньям. Это стоит 900 рублей. | Согласна. Так и сделаем. | Предлагаю пускать второй паром по воскресеньям.
                    ru | Второй паром может ходить по воскресеньям. | Согласна. Так и сделаем: заказываем второй паром. | Так и сделаем: заказываем второй паром.
                    """)
    void aDecisionSaysWhatIsDecided(
            String language, String proposed, String agreed, String decided) {
        var found = in(language, "Anna: " + proposed + "\nTom: " + agreed);
        assertEquals(List.of(decided), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Who repairs the pier? | That is still open.
                    en | Who repairs the pier? | That has not been decided.
                    de | Und wer bezahlt die Reparatur des Stegs? | Das ist nicht geklärt.
                    ru | А кто сообщит в порт? | Это пока не решено.
                    """)
    void aQuestionThatIsCalledOpenIsOpen(String language, String asked, String answered) {
        var found = in(language, "Anna: " + asked + "\nTom: " + answered);
        assertEquals(1, found.questions().size());
        assertEquals("Anna", found.questions().getFirst().speaker());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Lucy, please write to both captains by 4 December.|Lucy|by 4 December|2026-12-04",
                "en|I will call the harbour tomorrow and ask for a berth.|Anna|tomorrow|2026-11-24",
                "en|On 3 March we met at the pier, and I'll send the drawings to the captain.|Anna|null|null",
                "en|By Friday, I'll write to the captain of the ferry.|Anna|By Friday|2026-11-27",
                "en|We met on Monday, Tom will call the harbour by Friday.|Tom|by Friday|2026-11-27",
                "de|Ich spreche bis Freitag mit dem Hafenamt.|Anna|bis Freitag|2026-11-27",
                "de|Frau Köhler, schreiben Sie bitte bis Freitag an beide Kapitäne.|Frau Köhler|bis Freitag|2026-11-27",
                "de|Frau Köhler kümmert sich um die neuen Fahrpläne.|Frau Köhler|null|null",
                "ru|Я подготовлю договор с портом к пятнице.|Anna|к пятнице|2026-11-27",
                "ru|Мария, перенесите, пожалуйста, лодки в сарай до 4 декабря.|Мария|до 4 декабря|2026-12-04"
            })
    void aTaskIsThatOfTheOneWhoIsAskedOrWhoPromises(String line) {
        var parts = line.split("\\|", 3);
        assertEquals(List.of(parts[2]), who(in(parts[0], "Anna: " + parts[1]).actions()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de|Ich spreche heute mit Ihnen über den Hafen.",
                "ru|Коллеги, посмотрите на новый паром."
            })
    void whoOnlyLeadsTheTalkHasNoTask(String line) {
        var parts = line.split("\\|");
        assertEquals(List.of(), in(parts[0], "Anna: " + parts[1]).actions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I suggest that we sing in the church. The church costs 120 pounds. | Agreed. | I suggest that we sing in the church. | Agreed.
                    en | Let's postpone the grant until autumn. | Yes, fine by me. | Let's postpone the grant until autumn. | Yes, fine by me.
                    de | Ich schlage vor, das Sommerfest auf dem Schulhof zu feiern. | Dann machen wir es am 5. Mai. | Ich schlage vor, das Sommerfest auf dem Schulhof zu feiern. | Dann machen wir es am 5. Mai.
                    de | Lasst uns die Turngeräte nach draußen stellen. | Einverstanden. | Lasst uns die Turngeräte nach draußen stellen. | Einverstanden.
                    ru | Давайте перенесём субботник на июнь. | Хорошо, договорились. | Давайте перенесём субботник на июнь. | Хорошо, договорились.
                    ru | Предлагаю засыпать дорогу щебнем до осени. | Решено. | Предлагаю засыпать дорогу щебнем до осени. | Решено.
                    """)
    void aDecisionTellsHowItWasAccepted(
            String language, String proposed, String agreed, String decided, String accepted) {
        var line = in(language, "Anna: " + proposed + "\nTom: " + agreed).decisions().getFirst();
        var accept = Objects.requireNonNull(line.beside());
        assertEquals(
                List.of("Anna", decided, "Tom", accepted),
                List.of(
                        String.valueOf(line.speaker()),
                        line.text(),
                        String.valueOf(accept.speaker()),
                        accept.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I propose to print fifty programmes this time. | I'm not sure about that.
                    en | Let's hire a string quartet for the concert. | No, that is far too expensive.
                    en | The hall was cold last week. | OK, agreed.
                    en | Let's hire a string quartet for the concert. | Hm. No, we cannot pay it.
                    de | Ich schlage vor, eine Hüpfburg zu mieten. | Nein, das ist zu teuer.
                    de | Dann nehmen wir das rote Zelt vom Verleih. | Nein, das ist zu teuer.
                    ru | Давайте поставим шлагбаум у въезда. | Нет, это слишком дорого.
                    ru | Предлагаю поднять взносы до 6 000 рублей. | Об этом поговорим осенью.
                    """)
    void whatNobodyAcceptsIsNotDecided(String language, String proposed, String answered) {
        var found = in(language, "Anna: " + proposed + "\nTom: " + answered);
        assertEquals(List.of(), found.decisions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Then we take the limit of both sides.",
                "de|Dann nehmen wir die Ableitung der Funktion."
            })
    void whatFollowsInALectureIsNotDecided(String line) {
        var parts = line.split("\\|");
        assertEquals(List.of(), in(parts[0], "Anna: " + parts[1]).decisions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Agreed, we move the launch to 24 October.",
                "en|We'll go with the grand piano for the concert.",
                "de|Wir verschieben den Ausflug auf den 12. Juni.",
                "ru|Хорошо, тогда переносим собрание на вторник."
            })
    void oneSentenceMayDecide(String line) {
        var parts = line.split("\\|");
        assertEquals(1, in(parts[0], "Anna: " + parts[1]).decisions().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Peg, could you remind Mrs Osei of the generator?|Peg|null|null",
                "de|Grete, sag bitte Frau Osman, dass der Generator bis zum 20. September umgestellt wird.|Grete|bis zum 20. September|2027-09-20",
                "ru|Зоя, напиши, пожалуйста, объявление о субботнике.|Зоя|null|null",
                "ru|Я повешу объявление в понедельник у ворот.|Anna|в понедельник|2026-11-30"
            })
    void whoIsCalledByNameHasTheTask(String line) {
        var parts = line.split("\\|", 3);
        assertEquals(List.of(parts[2]), who(in(parts[0], "Anna: " + parts[1]).actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | We agreed to buy the new pump. | I will order it on Monday.
                    de | Wir haben beschlossen, die neue Pumpe zu kaufen. | Ich bestelle sie am Montag.
                    ru | Мы решили купить новый насос. | Я закажу его в понедельник.
                    """)
    void aTaskThatPointsHasWhatItPointsTo(String language, String before, String promised) {
        var task = in(language, "Anna: " + before + "\nTom: " + promised).actions().getFirst();
        assertEquals(before, Objects.requireNonNull(task.line().beside()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|I'll send the sales figures for March to Beth.",
                "ru|Я позвоню завтра в 9.10.",
                "ru|Я подготовлю смету на 2.5 миллиона."
            })
    void aMonthSpokenOfAndATimeOfDayAreNoDueDays(String line) {
        var parts = line.split("\\|");
        var day = in(parts[0], "Anna: " + parts[1]).actions().getFirst().day();
        assertEquals(parts[1].contains("завтра") ? "2026-11-24" : "null", String.valueOf(day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I suggest that we paint the shed green. | We have no money for that this year. | All right, agreed.
                    en | I propose to sell the old boat. It leaks. | I'd rather not, my father built it. | Okay, then we leave it.
                    en | Let's hire a bus for the outing. | Agreed. | Hm, then we drop it after all.
                    de | Ich schlage vor, den Schuppen grün zu streichen. | Das lehne ich ab. | Na gut, dann lassen wir es eben.
                    de | Ich möchte vorschlagen, das alte Boot zu verkaufen. | Davon halte ich nichts. | Gut, dann lassen wir das.
                    de | Wollen wir für den Ausflug einen Bus mieten? | Dafür ist kein Geld da. | Gut, einverstanden.
                    ru | Предлагаю покрасить сарай в зелёный цвет. | Мне это не нравится. | Хорошо, тогда не будем.
                    ru | Давайте продадим старую лодку. | На это нет времени. | Ладно, оставим это.
                    """)
    void whatIsTurnedDownOrGivenUpIsNotDecided(
            String language, String proposed, String against, String then) {
        var talk = "Anna: " + proposed + "\nTom: " + against + "\nAnna: " + then;
        assertEquals(List.of(), texts(in(language, talk).decisions()));
    }

    @Test
    void whatIsTurnedDownIsToldWithTheWordsThatDoIt() {
        var found =
                in(
                        "de",
                        "Anna: Ich schlage vor, den Zaun zu streichen. Das dauert zwei Tage.\n"
                                + "Tom: Das lehne ich ab.\nAnna: Gut, dann lassen wir das.");
        assertEquals(
                "Das lehne ich ab.",
                Objects.requireNonNull(found.refused().getFirst().beside()).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I would like to propose a later start in winter. | Agreed. | Then that is settled, from 1 November. | Then that is settled, from 1 November.
                    en | What about renting the barn for the dance? It has a stove. | Yes, let us take the barn. | Good. | Yes, let us take the barn.
                    de | Ich möchte vorschlagen, im Winter später zu beginnen. | Einverstanden. | Dann ist das so beschlossen, ab dem 1. November. | Dann ist das so beschlossen, ab dem 1. November.
                    de | Sollen wir beim Umzug mitmachen? | Ja, das machen wir. | Schön. | Ja, das machen wir.
                    ru | Хочу предложить зимой начинать позже. | Согласна. | Тогда решено, с 1 ноября. | Тогда решено, с 1 ноября.
                    ru | А что если снять сарай для танцев? | Давайте. | Отлично. | Давайте.
                    """)
    void aProposalAndItsAcceptanceAreOneDecision(
            String language, String proposed, String yes, String then, String accepted) {
        var talk = "Anna: " + proposed + "\nTom: " + yes + "\nAnna: " + then;
        var decisions = in(language, talk).decisions();
        assertEquals(1, decisions.size());
        assertEquals("Anna", decisions.getFirst().speaker());
        assertEquals(accepted, Objects.requireNonNull(decisions.getFirst().beside()).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | We also need flyers. I propose three hundred. | Let's do that. | We also need flyers. I propose three hundred.
                    de | Wir brauchen auch Handzettel. Ich schlage dreihundert vor. | Das machen wir so. | Wir brauchen auch Handzettel. Ich schlage dreihundert vor.
                    ru | Ещё нужны листовки. Предлагаю триста. | Так и сделаем. | Ещё нужны листовки. Предлагаю триста.
                    """)
    void aProposalThatNamesNothingHasTheSentenceBeforeIt(
            String language, String proposed, String agreed, String decided) {
        var found = in(language, "Anna: " + proposed + "\nTom: " + agreed);
        assertEquals(List.of(decided), texts(found.decisions()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Mira, sign us up by Friday, please.|Mira|by Friday|2026-11-27",
                "de|Jens, kannst du bis zum 30. November die Nachbarn einladen?|Jens|bis zum 30. November|2026-11-30",
                "de|Rike, trage uns bitte bis Freitag in die Liste ein.|Rike|bis Freitag|2026-11-27",
                "ru|Мира, запиши нас на турнир, пожалуйста, до пятницы.|Мира|до пятницы|2026-11-27"
            })
    void whoIsAskedByNameHasTheTask(String line) {
        var parts = line.split("\\|", 3);
        assertEquals(
                List.of(parts[2]),
                who(in(parts[0], "Anna: " + parts[1] + "\nTom: Das ist gut.").actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    en; We agreed that Nell brings the grill by 4 December and that Omar asks the butcher.; Nell|by 4 December|2026-12-04, Omar|null|null
                    de; Wir haben vereinbart, dass Nele bis zum 4. Dezember den Grill besorgt und dass Omar beim Metzger anfragt.; Nele|bis zum 4. Dezember|2026-12-04, Omar|null|null
                    ru; Мы договорились, что Нина до 4 декабря привезёт гриль, а Олег спросит мясника.; Нина|до 4 декабря|2026-12-04, Олег|null|null
                    """)
    void whatIsAgreedThatSomebodyDoesIsATaskOfEach(String language, String said, String tasks) {
        var found = in(language, "Anna: " + said);
        assertEquals(List.of(said), texts(found.decisions()));
        assertEquals(List.of(tasks.split(", ")), who(found.actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | We need forty new folders. They cost two pounds each. | Tom, order them by Friday, please. | We need forty new folders.
                    de | Wir brauchen vierzig neue Mappen. | Tom, bestelle sie bitte bis Freitag. | Wir brauchen vierzig neue Mappen.
                    ru | Нам нужны сорок новых папок. Каждая стоит 90 рублей. | Тимур, закажи их, пожалуйста, до пятницы. | Нам нужны сорок новых папок.
                    """)
    void whoIsCalledIsNotWhatATaskPointsTo(
            String language, String before, String asked, String pointed) {
        var task = in(language, "Anna: " + before + "\nUlf: " + asked).actions().getFirst();
        assertEquals(pointed, Objects.requireNonNull(task.line().beside()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en|Could we begin at six instead of seven?|Many parents work until six.|Then we keep it at seven.",
                "de|Könnten wir um sechs statt um sieben anfangen?|Viele Eltern arbeiten bis sechs.|Dann bleibt es bei sieben.",
                "ru|Можем начать в шесть вместо семи?|Многие родители работают до шести.|Тогда оставляем их на семь."
            })
    void whatStaysAsItWasAcceptsNoProposal(String line) {
        var parts = line.split("\\|");
        var talk = "Anna: " + parts[1] + "\nTom: " + parts[2] + "\nAnna: " + parts[3];
        assertFalse(texts(in(parts[0], talk).decisions()).contains(parts[1]));
    }

    @Test
    void whoAnswersAnotherQuestionAcceptsNothing() {
        var found =
                in(
                        "en",
                        "Anna: I suggest that we sell the piano.\nTom: Agreed.\n"
                                + "Anna: Who brings the chairs?\nTom: We'll do that.");
        assertEquals(
                "Agreed.", Objects.requireNonNull(found.decisions().getFirst().beside()).text());
    }
}
