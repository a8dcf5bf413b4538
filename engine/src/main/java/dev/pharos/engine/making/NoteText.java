package dev.pharos.engine.making;

import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.note.Template;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.summary.Summary.Section;
import dev.pharos.engine.summary.Summary.Written;
import dev.pharos.engine.transcription.Timecode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the places of a [NoteForm]. What was said or written stays words: no sign in it
/// becomes a tag, a link or a format. Immutable.
final class NoteText implements NoteForm.Filling {
    private static final int DEEPEST = 6;
    private static final double HUNDRED = 100;
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_THERE = 160;

    /// A list of the topics of a shorter text leads nowhere.
    private static final int MAPPED = 300;

    /// What would end an address in Markdown.
    private static final Pattern ADDRESS = Pattern.compile("[\\s()<>\\[\\]\\\\\"`|]");

    /// What a note tells beside the summary.
    ///
    /// @param title of the note
    /// @param when the source was said or written, else when it came
    /// @param lengthMs of a recording, null for anything else
    /// @param tags as they are written
    /// @param related links, as they are written
    /// @param siblings links to the notes of all parts, in their order, where there are several
    record About(
            PlaceLink source,
            String title,
            LocalDateTime when,
            @Nullable Long lengthMs,
            List<String> tags,
            List<String> related,
            List<String> siblings,
            MadeNote.Details details) {}

    private final Summary summary;
    private final About about;
    private final NoteWords words;

    /// What stands under headings of its own, and is no key point beside that.
    private final Set<Object> told;

    NoteText(Summary summary, About about, NoteWords words, NoteForm form) {
        this.summary = summary;
        this.about = about;
        this.words = words;
        var elsewhere =
                Map.of(
                        "decisions", summary.decisions(),
                        "questions", summary.questions(),
                        "actions", summary.actions().stream().map(Action::line).toList());
        told =
                elsewhere.entrySet().stream()
                        .filter(each -> form.shows(each.getKey()))
                        .flatMap(each -> each.getValue().stream())
                        .map(NoteText::key)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String of(String name, String place, int level) {
        return switch (name) {
            case "title", "date", "time" ->
                    Template.filled(
                            place, MarkdownText.line(about.title()), about.when(), words.locale());
            case "summary" -> joined(summary.overview().stream().map(this::line));
            case "points" -> list(untold(summary.points()));
            case "decisions" -> list(summary.decisions());
            case "questions" -> list(summary.questions());
            case "actions" -> joined(summary.actions().stream().map(this::task));
            case "topics" -> topics(level);
            case "phrases" ->
                    summary.phrases().stream()
                            .map(KeyPhrase::text)
                            .map(MarkdownText::line)
                            .collect(Collectors.joining(", "));
            case "tags" -> about.tags().stream().map("#"::concat).collect(Collectors.joining(" "));
            case "sources" -> "- " + about.source().whole();
            case "parts" -> siblings();
            case "research" -> joined(about.details().findings().stream().map(this::finding));
            case "related" -> joined(about.related().stream().map("- "::concat));
            default -> figure(name);
        };
    }

    private @Nullable String figure(String name) {
        return switch (name) {
            case "duration" -> about.lengthMs() == null ? "" : Timecode.brief(about.lengthMs());
            case "reading_time" -> words.minutes(summary.readingTime());
            case "words" -> Integer.toString(summary.words());
            case "complexity" -> words.complexity(summary.complexity());
            case "confidence" -> Math.round(summary.confidence() * HUNDRED) + " %";
            case "language" -> words.language(summary.language());
            default -> null;
        };
    }

    /// Which part this is, and the way to the others.
    private String siblings() {
        var part = about.details().part();
        if (part == null || about.siblings().isEmpty()) {
            return "";
        }
        var ways = new ArrayList<String>();
        for (int i = 0; i < about.siblings().size(); i++) {
            if (i + 1 != part.number()) {
                ways.add(i + 1 + ": " + about.siblings().get(i));
            }
        }
        return words.part(part.number(), part.of()) + " (" + String.join(", ", ways) + ")";
    }

    /// What somebody else writes, quoted: a link and no more of its own.
    private String finding(Finding finding) {
        String address =
                ADDRESS.matcher(finding.address())
                        .replaceAll(sign -> String.format("%%%02X", (int) sign.group().charAt(0)));
        String link = "- [" + MarkdownText.line(finding.title()) + "](" + address + ")";
        String excerpt = MarkdownText.line(brief(finding.excerpt(), LONGEST_QUOTE));
        return link
                + " – "
                + MarkdownText.line(words.finding(finding))
                + (excerpt.isEmpty() ? "" : "\n  > " + excerpt);
    }

    /// At most so many letters of a text, shortened at a word.
    static String brief(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return Beginning.of(text, end < most / 2 ? most : end) + "…";
    }

    private static String joined(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private List<Line> untold(List<Line> lines) {
        return lines.stream().filter(each -> !told.contains(key(each)) && !holds(each)).toList();
    }

    private String list(List<Line> lines) {
        return joined(lines.stream().map(each -> "- " + line(each)));
    }

    /// Sentences of the source are the same in the same place, others where they say the same.
    private static Object key(Line line) {
        return line.written() == null ? line.place() : line.text();
    }

    /// Whether one of two sentences stands elsewhere.
    private boolean holds(Line line) {
        return line.written() == null
                && told.stream()
                        .filter(Place.class::isInstance)
                        .map(Place.class::cast)
                        .anyMatch(place ->
                                place.startOffset() >= line.place().startOffset()
                                        && place.endOffset() <= line.place().endOffset());
    }

    private String line(Line line) {
        var speaker = line.speaker();
        return (speaker == null ? "" : MarkdownText.line(words.voice(speaker)) + ": ")
                + MarkdownText.line(line.text())
                + behind(line);
    }

    private boolean decided(Place place) {
        return summary.decisions().stream()
                .anyMatch(each -> each.place().startOffset() == place.startOffset());
    }

    /// What has to be read with a line: how it was accepted, or what it points to.
    private String beside(Line line) {
        var other = line.beside();
        if (other == null) {
            return "";
        }
        boolean later = other.place().startOffset() > line.place().startOffset();
        String kind = !later ? "before" : decided(line.place()) ? "accepted" : "refused";
        String words = this.words.beside(kind, MarkdownText.line(other.text()));
        String speaker = other.speaker();
        return " – "
                + words
                + (speaker == null || !later && speaker.equals(line.speaker())
                        ? ""
                        : " (" + MarkdownText.line(this.words.voice(speaker)) + ")")
                + behind(other);
    }

    /// Where it stands, and why that is no proof where it is none.
    private String behind(Line line) {
        var written = line.written();
        if (written == null) {
            return " " + link(line.place()) + beside(line);
        }
        return mark(written)
                + written.places().stream()
                        .map(place -> " " + link(place))
                        .distinct()
                        .collect(Collectors.joining());
    }

    private String mark(Written written) {
        var doubt = written.doubt();
        if (doubt == null) {
            return "";
        }
        var there = written.there();
        String said = there == null ? "" : words.there(brief(there, LONGEST_THERE));
        return " *(" + MarkdownText.line(words.doubt(doubt) + said) + ")*";
    }

    private String task(Action action) {
        var line = action.line();
        String person = person(action);
        String due = action.day() == null && said(action) ? "" : due(action);
        return "- [ ] "
                + person
                + MarkdownText.line(line.text())
                + (due.isEmpty() ? "" : " " + MarkdownText.line("(" + due + ")"))
                + behind(line);
    }

    /// Who is to do it, unless the words begin with that name.
    private String person(Action action) {
        @Nullable String name = action.person();
        if (name == null) {
            return "";
        }
        String text = action.line().text();
        boolean begins =
                text.startsWith(name)
                        && (text.length() == name.length()
                                || !Character.isLetterOrDigit(text.charAt(name.length())));
        return begins ? "" : MarkdownText.line(words.voice(name)) + ": ";
    }

    private static boolean said(Action action) {
        return action.due() == null || action.line().text().contains(action.due());
    }

    private static String due(Action action) {
        return Stream.of(action.due(), action.day())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// With headings where topics have lines, else as a list. One whose lines all stand elsewhere
    /// has no heading.
    private String topics(int level) {
        var told = summary.topics();
        String sign = "#".repeat(Math.min(DEEPEST, level + 1)) + " ";
        if (told.stream().allMatch(each -> each.lines().isEmpty())) {
            var headed = told.stream().filter(each -> each.heading() != null).toList();
            return headed.size() < 2 || summary.words() < MAPPED
                    ? ""
                    : joined(headed.stream().map(each -> "- " + heading(each) + " " + range(each)));
        }
        return told.stream()
                .filter(each -> !untold(each.lines()).isEmpty())
                .map(each -> sign + heading(each) + "\n\n" + list(untold(each.lines())))
                .collect(Collectors.joining("\n\n"));
    }

    /// In words, else where it stands.
    private String heading(Section topic) {
        String heading = topic.heading();
        var place = topic.place();
        return heading != null
                ? MarkdownText.line(heading)
                : words.range(about.source().source().kind(), place, place.endMs());
    }

    private String range(Section topic) {
        var place = topic.place();
        return about.source()
                .to(place, words.range(about.source().source().kind(), place, place.endMs()));
    }

    private String link(Place place) {
        return about.source().to(place, words.place(about.source().source().kind(), place));
    }
}
