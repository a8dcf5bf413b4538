package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Shall we make a basic remote control           | true
                    en | How do you like the colour of it                | true
                    en | Should the pump fail, the valve closes.         | false
                    en | Were the dam to break, the town would drown.    | false
                    en | Have the meter read by Friday.                  | false
                    en | Do the dishes after the meeting.                | false
                    en | What we need is a pump.                         | false
                    en | Nobody knew how many are there and why.         | false
                    de | Sollen wir den Ofen am Montag sperren           | true
                    de | Wie teuer wird der Ofen                         | true
                    de | Wer kann, kommt am Samstag.                     | false
                    de | Sollten wir das Geld haben, kaufen wir ihn.     | false
                    ru | Сколько стоит ремонт крыши                      | true
                    ru | Есть ли у нас договор                           | true
                    ru | Кто хочет участвовать, пишет Анне до пятницы.   | false
                    ru | Сколько бы ни стоил ремонт, его сделают.        | false
                    """)
    void aQuestionIsToldWithoutItsSignAndACommaMakesItNone(
            String language, String text, boolean question) {
        assertEquals(question, Rules.of(language).pattern("question").matcher(text).find());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Among them design d how did they like the use of it | true
                    en | Vitamin d helps the bones and plan b does not.      | false
                    en | In plan b we move to Leeds.                         | false
                    en | It 's the oven that we 'd like to buy.              | false
                    de | Wir nehmen z. b. die neue Lagerhalle und Plan b.     | false
                    ru | В 2024 г. мы купили 5 м кабеля, т. е. весь запас.   | false
                    """)
    void aLetterBeforeANewBeginningIsBrokenOff(String language, String text, boolean broken) {
        assertEquals(broken, Rules.of(language).pattern("broken").matcher(text).find());
    }
}
