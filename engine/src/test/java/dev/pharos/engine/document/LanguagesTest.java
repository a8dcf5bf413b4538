package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The committee will meet again on Tuesday to discuss the budget.",
                "ru | Комитет снова соберётся во вторник, чтобы обсудить бюджет.",
                "de | Der Ausschuss tritt am Dienstag wieder zusammen, um über den Haushalt zu sprechen.",
                "fr | Le comité se réunira de nouveau mardi pour discuter du budget.",
                "es | El comité se reunirá de nuevo el martes para discutir el presupuesto.",
                "it | Il comitato si riunirà di nuovo martedì per discutere il bilancio.",
                "nl | De commissie komt dinsdag weer bijeen om de begroting te bespreken.",
                "pl | Komisja zbierze się ponownie we wtorek, aby omówić budżet.",
                "uk | Комітет знову збереться у вівторок, щоб обговорити бюджет.",
                "zh | 委员会将于星期二再次开会讨论预算问题。",
                "ja | 委員会は火曜日に再び会合を開き、予算について話し合う。",
                "ko | 위원회는 화요일에 다시 모여 예산을 논의할 것이다.",
                "ar | ستجتمع اللجنة مرة أخرى يوم الثلاثاء لمناقشة الميزانية.",
                "und | Lamp",
                "und | 12.5 34 56 % 78 + 9",
            })
    void theLanguageOfASentenceIsTold(String language, String sentence) {
        assertEquals(language, Languages.of(sentence));
    }

    @ParameterizedTest
    @CsvSource({"de", "en"})
    void theMainLanguageCountsNotTheFirstLine(String language) {
        var german = "Der Ausschuss tritt am Dienstag wieder zusammen, um zu sprechen. ".repeat(30);
        var english = "The committee will meet again on Tuesday to discuss the budget. ".repeat(30);
        var text =
                language.equals("de")
                        ? "The title of it. " + german
                        : "Der Titel davon. " + english;
        assertEquals(language, Languages.of(text));
    }
}
