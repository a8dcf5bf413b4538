package dev.pharos.engine.summary;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Material.Sentence;
import dev.pharos.engine.summary.Turns.Turn;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes [Material] of a source's text. For one thread, once.
final class Reading {
    private static final long LONGEST_MS = 30_000;
    private static final int TELLING = 6;

    /// What a title tells of another time is what it is about.
    private static final long A_YEAR = 366;

    private static final Set<String> TOLD_APART = Set.of("en", "de", "ru", "und");

    private static final Pattern STOP =
            Pattern.compile(
                    "(?<=\\p{L}{4}[.?!…])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<=_[.?!])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<= (?:1[5-9]|20)\\d\\d[.?!…])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<=(?<![\\p{L}.])(?<small>\\p{Ll}{2,3})[.?!])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<=\\p{L}[.?!…])\\s+(?=[\\[({*]\\p{L}[^\\])}*]{0,30}[\\])}*]\\s+\\p{Lu})");

    /// Titles before a name end no sentence, whatever the rules of a language know.
    private static final Pattern TITLED =
            Pattern.compile(
                    "(?s)(?:.*[\\s(«„“\"])?(?:[DM]r|Mrs|Ms|Prof|Rev|Hon|St|Hr|Fr|[Пп]роф|[Аа]кад|[Дд]-р)\\.");

    /// Markdown in a file that is none.
    private static final Pattern HEADING_SIGN = Pattern.compile("^#{1,6}\\s+");

    private final Document document;
    private final Outline outline;

    /// Whether some of its lines, and not all, are marked as those of a letter that it answers.
    private final boolean answers;

    private final @Nullable Transcript transcript;
    private final @Nullable SpokenText spoken;
    private final List<Sentence> sentences = new ArrayList<>();
    private String title;
    private int segment;

    Reading(Document document, @Nullable Transcript transcript) {
        this.document = document;
        this.title = document.title();
        this.outline = Outline.of(document);
        this.answers =
                document.text().lines().anyMatch(line -> line.startsWith(">"))
                        && document.text()
                                .lines()
                                .anyMatch(line -> !line.isBlank() && !line.startsWith(">"));
        this.transcript = transcript;
        this.spoken = SpokenText.of(Optional.ofNullable(transcript), document).orElse(null);
    }

    Material material(@Nullable LocalDate date) {
        var speech = spoken;
        boolean said = document.kind() == SourceKind.RECORDING;
        if (speech != null && transcript != null) {
            var spans = new ArrayList<Sentences.Span>();
            for (var place : speech.sentences(document.language(), LONGEST_MS)) {
                spans.add(new Sentences.Span(place.startOffset(), place.endOffset()));
            }
            whole(spans).forEach(span -> heard(speech, transcript, span));
        } else {
            said |= written();
        }
        String language = document.language();
        var day =
                DueDates.dated(title, language)
                        .filter(each ->
                                date == null || Math.abs(DAYS.between(each, date)) <= A_YEAR)
                        .orElse(date);
        return new Material(title, document.kind(), language, day, said, sentences);
    }

    /// Sentences end behind whole words too that end like an abbreviation, such as `Jahr.`.
    private List<Sentences.Span> whole(List<Sentences.Span> spans) {
        var whole = new ArrayList<Sentences.Span>();
        for (var span : spans) {
            int from = span.start();
            var stops = STOP.matcher(document.text()).useTransparentBounds(true);
            stops.region(span.start(), span.end());
            while (stops.find()) {
                String small = stops.group("small");
                if (small != null && !Terms.of(small, document.language()).isEmpty()) {
                    continue;
                }
                whole.add(Sentences.trimmed(document.text(), from, stops.start()));
                from = stops.end();
            }
            whole.add(Sentences.trimmed(document.text(), from, span.end()));
        }
        return joined(whole);
    }

    /// `Dr.` is one with the name behind it.
    private List<Sentences.Span> joined(List<Sentences.Span> spans) {
        var joined = new ArrayList<Sentences.Span>();
        for (var span : spans) {
            var before = joined.isEmpty() ? span : joined.getLast();
            String between =
                    document.text()
                            .substring(before.start(), Math.max(before.start(), span.start()));
            if (between.indexOf('\n') < 0 && TITLED.matcher(between.strip()).matches()) {
                joined.set(joined.size() - 1, new Sentences.Span(before.start(), span.end()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private void heard(SpokenText speech, Transcript said, Sentences.Span span) {
        var timed = speech.timed(outline.place(span.start(), span.end()));
        Long start = timed.startMs();
        Long end = timed.endMs();
        if (start == null || end == null) {
            return;
        }
        var segments = said.segments();
        while (segment + 1 < segments.size() && segments.get(segment).endMs() <= start) {
            segment++;
        }
        var speaker = segments.get(segment).speaker();
        int from = Math.max(span.start(), behindName(speaker, span.start()));
        if (from < span.end()) {
            var place = speech.timed(outline.place(from, span.end()));
            add(place, speaker, certainty(segments, start, end));
        }
    }

    /// A paragraph begins with the name of its voice.
    private int behindName(@Nullable String speaker, int offset) {
        int paragraph = document.text().lastIndexOf("\n\n", offset);
        int begin = paragraph < 0 ? 0 : paragraph + 2;
        if (speaker == null || !document.text().startsWith(speaker + ": ", begin)) {
            return begin;
        }
        return begin + speaker.length() + 2;
    }

    /// Of the words that begin between two moments.
    private double certainty(List<Segment> segments, long startMs, long endMs) {
        double sum = 0;
        int count = 0;
        for (int i = segment; i < segments.size() && segments.get(i).startMs() < endMs; i++) {
            for (var word : segments.get(i).words()) {
                if (word.startMs() >= startMs && word.startMs() < endMs) {
                    sum += word.confidence();
                    count++;
                }
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /// @return whether its paragraphs or lines begin with the names of those who speak
    private boolean written() {
        var blocks = outline.entries().stream().map(Outline.Entry::block);
        var standing =
                blocks.filter(Reading::sentencesStandIn).filter(each -> !quoted(each)).toList();
        var turns = new Turns(document.text(), standing);
        boolean headed = outline.entries().stream().limit(1).anyMatch(Reading::heads);
        var heading = headed ? Optional.<Turn>empty() : turns.title();
        heading.map(line -> document.text().substring(line.from(), line.end()))
                .or(() -> headed ? Optional.empty() : turns.opening())
                .ifPresent(line -> title = titled(line));
        int behind =
                heading.map(line -> turns.talk() ? line.end() : turns.subtitled(line)).orElse(0);
        int begin = Math.max(behind, mailHead());
        for (var block : standing) {
            var said =
                    turns.talk()
                            ? turns.in(block)
                            : List.of(new Turn(null, block.start(), block.end()));
            for (var turn : said) {
                int from = Math.max(begin, turn.from());
                if (from < turn.end()) {
                    said(turn.name(), from, turn.end());
                }
            }
        }
        return turns.talk();
    }

    /// Where a letter begins below the lines that say from whom it is and to whom, else 0. What it
    /// is about is its title.
    private int mailHead() {
        for (var language : List.of("en", "de", "ru")) {
            var head = Rules.of(language).pattern("mailhead").matcher(document.text());
            if (head.find()) {
                var subject = Rules.of(language).pattern("subject").matcher(head.group());
                if (subject.find()) {
                    title = titled(subject.group("what"));
                }
                return head.end();
            }
        }
        return 0;
    }

    private static boolean heads(Outline.Entry entry) {
        return entry.block().kind() == Block.Kind.HEADING;
    }

    private boolean quoted(Block block) {
        return answers
                && document.text()
                        .substring(block.start(), block.end())
                        .lines()
                        .allMatch(line -> line.isBlank() || line.startsWith(">"));
    }

    /// Without the lines of a letter that is answered, which somebody else has written.
    private void said(@Nullable String speaker, int from, int end) {
        int begin = from;
        for (int at = from; answers && at < end; ) {
            int line = document.text().indexOf('\n', at);
            int next = line < 0 || line >= end ? end : line + 1;
            if (document.text().startsWith(">", at)) {
                own(speaker, begin, at);
                begin = next;
            }
            at = next;
        }
        own(speaker, begin, end);
    }

    private void own(@Nullable String speaker, int from, int end) {
        var spans = Sentences.in(document.text(), from, end, document.language());
        for (var span : whole(spans)) {
            add(outline.place(span.start(), span.end()), speaker, 1);
        }
    }

    /// A title with spaces was given by somebody, unless it is that of a device.
    private String titled(String line) {
        boolean given = document.title().contains(" ") && !Writing.hollow(document.title());
        return given ? document.title() : HEADING_SIGN.matcher(line.strip()).replaceFirst("");
    }

    private static boolean sentencesStandIn(Block block) {
        return switch (block.kind()) {
            case PARAGRAPH, LIST_ITEM, QUOTE -> true;
            case HEADING, CODE, TABLE_ROW -> false;
        };
    }

    private void add(Place place, @Nullable String speaker, double certainty) {
        String text = document.text().substring(place.startOffset(), place.endOffset());
        var words = Anchor.of(document.text(), place.startOffset(), place.endOffset());
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(new Sentence(text, language(text), speaker, place, words, certainty));
        }
    }

    /// That of the whole, unless a sentence of some length is in another one that is well known.
    private String language(String text) {
        if (Fluency.words(text) < TELLING || !TOLD_APART.contains(document.language())) {
            return document.language();
        }
        return switch (Tongue.of(text)) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case RUSSIAN -> "ru";
            case OTHER -> document.language();
        };
    }
}
