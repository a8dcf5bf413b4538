package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class FactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It cost 1,234,567 marks. | The price was 1.234.567 marks.",
                "It weighs 12.5 kg. | Es wiegt 12,5 kg.",
                "There are 2 million of them. | There are 2,000,000 of them.",
                "It lasted 3 years. | It lasted three years.",
                "It was the 19th century. | It was in the XIX century.",
                "It was the XIX century. | It was in the nineteenth century.",
                "In ١٩٦٦ it ended. | It ended in 1966.",
                "It took 07 days. | It took 7 days.",
                "He went to Berlin. | In Berlin he stayed.",
                "Он жил в Москве. | Москва была его домом.",
                "The work was done by the NFL. | The National Football League did it.",
                "The European states agreed. | The states of Europe agreed.",
                "Gustave Eiffel's company built it. | Eiffel had a company, said Gustave.",
                "Der Turm wurde von Sostratos von Knidos gebaut. | Sostratos' Turm, des Knidiers.",
                "Die Höhe des Turms betrug viel. | Er war hoch.",
                "Sailors saw it in March. | Seen on 12/03.",
                "Construction began late. | It was built late.",
                "Stone was used. | Blocks of pale stone are its walls.",
                "Originally it was high. | It was high at first.",
                "Рим велик. | О Риме и его величии.",
                "The tower has three floors. | It has 3 floors.",
                "It is on the third floor. | It is on the 3rd floor.",
                "A third of the light is lost. | Some light is lost.",
                "It took a second. | It was quick.",
                "It was on 12 March 2019. | Seen on 12.03.2019.",
                "There were twenty-one of the ships. | 21 ships came.",
                "There were two of them. | Both came.",
                "Es waren einundzwanzig Schiffe in der Bucht. | 21 Schiffe lagen dort.",
                "Der Turm hat drei Stockwerke und eine Tür. | Der dreistöckige Turm.",
                "Они построили двадцать три башни. | Построены 23 башни.",
                "У него было пятьсот кораблей. | 500 кораблей было.",
                "It cost two million marks. | It cost 2,000,000 marks.",
                "One of the keepers came. | A keeper came.",
                "Он жил два тысячелетия назад. | Это было 2 тысячи лет назад.",
                "It lies in Washington DC. | It lies in Washington, D.C.",
            })
    void trueSentencesLackNothing(String sentence, String text) {
        assertEquals(List.of(), Facts.missing(sentence, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It cost 1,234 marks. | It cost 1,235 marks. | 1,234",
                "It was damaged in 1755. | It was damaged in 1303. | 1755",
                "There are 3 million of them. | There are 2,000,000 of them. | 3",
                "He went to Hamburg. | In Berlin he stayed. | Hamburg",
                "Он жил в Казани. | Москва была его домом. | Казани",
                "It was done by NASA. | It was done by the navy. | NASA",
                "It weighs 12.5 kg. | It weighs 125 kg. | 12.5",
                "It cost 5 billion. | It cost 5 million in chapter 5. | 5",
                "It cost 10.000.000 marks. | It cost 10.000 marks. | 10.000.000",
                "In Berlin he rested. | He ate berries in Bern. | Berlin",
                "Napoleon built the lighthouse. | Sostratus built the lighthouse. | Napoleon",
                "It was written by J. Tolkien. | It was written by J. Smith. | Tolkien",
                "The tower has three floors. | It has four floors. | three",
                "It is on the third floor. | It is on the second floor. | third",
                "Er wohnt im dritten Stock und in der Mitte. | Er wohnt im zweiten Stock. | dritten",
                "Он живёт на третьем этаже. | Он живёт на втором этаже. | третьем",
                "There were two hundred of them. | There were 205 of them. | two hundred",
                "At most 5 litres. | At most 0.5 litres. | 5",
                "It cost 48 euros. | It cost 48,200 euros. | 48",
                "Der Turm hat drei Stockwerke und eine Tür. | Er hat vier. | drei",
                "Они построили двадцать три башни. | Построены 22 башни. | двадцать три",
                "У семьи было пять кораблей. | В семье было шесть кораблей. | пять",
            })
    void whatIsNotSaidIsMissing(String sentence, String text, String missing) {
        assertEquals(List.of(missing), Facts.missing(sentence, text));
    }
}
