package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Optional;

final class DueDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Send it by Friday.                   | by Friday               | 2026-11-27
                    en | Send it by next Friday.              | by next Friday          | 2026-12-04
                    en | Send it by Monday.                   | by Monday               | 2026-11-30
                    en | Send it by the end of the month.     | by the end of the month | 2026-11-30
                    en | Send it before May 3rd.              | before May 3rd          | 2027-05-03
                    en | Send it by 3 May 2028, please.       | by 3 May 2028           | 2028-05-03
                    en | Send it until 2026-12-01.            | until 2026-12-01        | 2026-12-01
                    en | Send it tomorrow.                    | tomorrow                | 2026-11-24
                    de | Schick es bis Freitag.               | bis Freitag             | 2026-11-27
                    de | Schick es bis zum 3. Mai.            | bis zum 3. Mai          | 2027-05-03
                    de | Schick es bis 5.12. an die Bank.     | bis 5.12.               | 2026-12-05
                    de | Schick es bis Ende der Woche.        | bis Ende der Woche      | 2026-11-27
                    de | Schick es bis übermorgen.            | bis übermorgen          | 2026-11-25
                    ru | Пришли это к пятнице.                | к пятнице               | 2026-11-27
                    ru | Пришли это до 3 мая.                 | до 3 мая                | 2027-05-03
                    ru | Пришли это к завтрашнему дню.        | к завтрашнему дню       | 2026-11-24
                    ru | Пришли это до конца недели.          | до конца недели         | 2026-11-27
                    """)
    void aDayIsKeptAsItIsSaidAndUnderstood(
            String language, String text, String said, LocalDate day) {
        assertEquals(
                new DueDates.Due(said, day), DueDates.in(text, language, Talks.DAY).orElseThrow());
    }

    @Test
    void withoutADateTheWordsAreAllThatIsKnown() {
        assertNull(DueDates.in("Send it by Friday.", "en", null).orElseThrow().day());
    }

    @Test
    void aDayThatDoesNotExistIsNone() {
        assertNull(DueDates.in("Send it by 31 June.", "en", Talks.DAY).orElseThrow().day());
    }

    @ParameterizedTest
    @CsvSource({
        "en,'Minutes of the council, 12 May 2026',2026-05-12",
        "en,'Council, May 12, 2026',2026-05-12",
        "de,'Protokoll Elternbeirat, 4. Mai 2026',2026-05-04",
        "de,'Vorstand 04.05.2026',2026-05-04",
        "ru,'Протокол собрания, 15 апреля 2026 года',2026-04-15",
        "en,'The winter of May 2026',",
        "en,'Chapter 12',"
    })
    void aTitleBearsItsDay(String language, String title, @Nullable LocalDate day) {
        assertEquals(Optional.ofNullable(day), DueDates.dated(title, language));
    }
}
