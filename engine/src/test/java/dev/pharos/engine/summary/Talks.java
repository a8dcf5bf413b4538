package dev.pharos.engine.summary;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Recordings and texts that are made up for tests.
final class Talks {
    /// A Monday.
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static final long WORD_MS = 400;

    static final String GERMAN =
            """
            Anna: Ähm, also wir sprechen heute über die neue Lagerhalle in Bremen. Die Lagerhalle ist, äh, deutlich teurer geworden als geplant, weil die Stahlpreise gestiegen sind.
            Tom: Ja.
            Anna: Die Baukosten für die Lagerhalle liegen jetzt bei zwei Millionen Euro, und die Bank finanziert nur die Hälfte davon.
            Tom: Die Kühlanlage braucht viel Strom. Eine Solaranlage auf dem Dach der Lagerhalle könnte die Stromkosten halbieren.
            Anna: Gut, dann haben wir uns auf die Solaranlage geeinigt, und die Kühlanlage kommt erst im nächsten Jahr. Wer bezahlt eigentlich den Energieberater?
            Tom: Das weiß ich noch nicht. Ich schicke das Angebot des Energieberaters bis Freitag an die Bank.
            Anna: Frau Meier wird bis 3. Dezember den Bauantrag einreichen. Tom, kannst du bitte den Stahlhändler anrufen?
            Tom: Ja, gerne.
            """;

    static final String RUSSIAN =
            """
            Ольга: Ну, сегодня мы обсуждаем, э-э, запуск нового мобильного приложения для библиотеки. Мобильное приложение должно показывать читателям свободные книги.
            Иван: Да.
            Ольга: Мобильное приложение освободит время сотрудников для работы с читателями.
            Иван: База данных библиотеки не умеет отдавать сведения о свободных книгах, поэтому нужен отдельный сервер.
            Ольга: Хорошо, мы решили арендовать отдельный сервер и не трогать базу данных. Сколько стоит аренда сервера на год?
            Иван: Пока не знаю. Я подготовлю смету на аренду сервера к пятнице.
            Ольга: Марина напишет текст для сайта библиотеки до 3 декабря. Иван, можешь проверить договор с разработчиками?
            Иван: Да, конечно.
            """;

    static final String ENGLISH =
            """
            Anna: Um, so today we talk about the new harbour museum and its opening exhibition. The harbour museum needs, you know, a larger ticket office because the school classes arrive all at once.
            Tom: Yeah.
            Anna: The ticket office will cost forty thousand pounds, and the city council pays only half of the ticket office.
            Tom: A second entrance on the harbour side would be cheaper than a larger ticket office. The school classes could wait under the old crane.
            Anna: Okay, so we decided to build the second entrance on the harbour side. Who is going to pay the architect for the drawings?
            Tom: I don't know yet. I'll send the drawings to the city council by Friday.
            Anna: Maria will order the glass doors by 3 December. Tom, can you please call the harbour master?
            Tom: Yes, sure.
            """;

    private Talks() {}

    /// A line a turn, `name: words`, each word 400 ms long.
    static Transcript transcript(String language, String lines) {
        var segments = new ArrayList<Segment>();
        long at = 0;
        for (String line : lines.strip().split("\n")) {
            int colon = line.indexOf(": ");
            String said = line.substring(colon + 2);
            var words = new ArrayList<Word>();
            long start = at;
            for (String word : said.split(" ")) {
                words.add(new Word(word, at, at + WORD_MS, 0.9f));
                at += WORD_MS;
            }
            segments.add(new Segment(start, at, line.substring(0, colon), said, words));
        }
        return new Transcript(language, at, "tiny", "CPU", segments, true);
    }

    static Material talk(String language, String lines) {
        var transcript = transcript(language, lines);
        return Material.of(recording(transcript), transcript, DAY);
    }

    static Document recording(Transcript transcript) {
        String text = SpokenText.of(transcript).text();
        return document(SourceKind.RECORDING, transcript.language(), text.split("\n\n"));
    }

    /// Paragraphs; one that begins with `# ` is a heading.
    static Document document(SourceKind kind, String language, String... paragraphs) {
        var text = new StringBuilder();
        var blocks = new ArrayList<Block>();
        for (String paragraph : paragraphs) {
            boolean heading = paragraph.startsWith("# ");
            text.append(text.isEmpty() ? "" : "\n\n");
            int start = text.length();
            text.append(heading ? paragraph.substring(2) : paragraph);
            var block = heading ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
            blocks.add(new Block(block, heading ? 1 : 0, null, start, text.length()));
        }
        return new Document(
                "text/plain",
                kind,
                "Recording 2026-11-23 10.15",
                List.of(),
                null,
                null,
                language,
                text.toString(),
                blocks,
                List.of(),
                Set.of(),
                Map.of(),
                true);
    }

    static List<String> texts(Material material) {
        return material.sentences().stream().map(Material.Sentence::text).toList();
    }

    static String lines(String... lines) {
        return String.join("\n", Arrays.asList(lines));
    }
}
