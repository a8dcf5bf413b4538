package dev.pharos.engine.making;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.search.WordFile;
import dev.pharos.engine.summary.Summary.Complexity;
import dev.pharos.engine.transcription.Timecode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// The few words that a made note has of its own, in its language. Immutable.
public final class NoteWords {
    private static final Pattern NOTHING_BEHIND = Pattern.compile(":\\s*$");
    private static final List<String> LANGUAGES = List.of("en", "de", "ru");

    private final Locale locale;
    private final Properties words;

    private NoteWords(String language) {
        locale = Locale.of(language);
        words = WordFile.read(NoteWords.class, "words", language);
    }

    /// English for a language without words.
    public static NoteWords of(String language) {
        return new NoteWords(known(language));
    }

    /// The language itself, or English where there are no words for it.
    public static String known(String language) {
        return LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
    }

    Locale locale() {
        return locale;
    }

    private String text(String key, Object... arguments) {
        String text = words.getProperty(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /// Why a sentence of a language model is not proved.
    String doubt(Doubt doubt) {
        String why = text("doubt." + doubt.reason(), String.join(", ", doubt.missing()));
        return doubt.missing().isEmpty() ? NOTHING_BEHIND.matcher(why).replaceFirst("") : why;
    }

    /// @param kind `accepted`, `refused`, or `before` for what a line points to
    String beside(String kind, String said) {
        return text(kind, said);
    }

    /// What is said instead, quoted.
    String there(String said) {
        return text("there", said);
    }

    /// A voice that nobody has named yet is numbered.
    String voice(String speaker) {
        return speaker.chars().allMatch(Character::isDigit) ? text("voice", speaker) : speaker;
    }

    String part(int number, int of) {
        return text("part", number, of);
    }

    /// What a page of the web is, and how near.
    String finding(Finding finding) {
        String kind = words.getProperty(finding.type().name().toLowerCase(Locale.ROOT) + "Found");
        String host = String.valueOf(URI.create(finding.address()).getHost());
        String told = text("finding", kind, Math.round(finding.relevance() * 100), host);
        return finding.read() ? told : told + ", " + words.getProperty("unread");
    }

    /// The name of a note of a form, where its source, or another note, has the title already.
    String called(String title, String form) {
        return text("called", title, form);
    }

    /// The name of a note that also says of what it is.
    String calledOf(String source, String title) {
        return text("called.of", source, title);
    }

    String calledOn(String title, LocalDate day) {
        return text(
                "called.dated",
                title,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day));
    }

    /// The name of a part of a source.
    String calledPart(String source, MadeNote.Part part, String about) {
        return text("called.part", source, part.number(), part.of(), about);
    }

    String form(NoteForm.BuiltIn form) {
        return words.getProperty("form." + form.id());
    }

    /// The form that a title tells by its first word: `Lecture 7: how tides work`.
    Optional<NoteForm.BuiltIn> told(String title) {
        return Arrays.stream(NoteForm.BuiltIn.values())
                .filter(form -> {
                    @Nullable String begins = words.getProperty("begins." + form.id());
                    return begins != null
                            && Pattern.compile("(?iU)^(?:" + begins + ")(?![\\p{L}])")
                                    .matcher(title.strip())
                                    .find();
                })
                .findFirst();
    }

    /// Rounded up.
    String minutes(Duration duration) {
        return text("minutes", Math.max(1, duration.plusSeconds(59).toMinutes()));
    }

    String complexity(Complexity complexity) {
        return words.getProperty(complexity.id());
    }

    String language(String code) {
        return code.equals("und") ? "" : Locale.of(code).getDisplayLanguage(locale);
    }

    /// Where words stand, as short as its reader needs; may be empty.
    public String place(SourceKind kind, Place place) {
        if (place.startMs() != null) {
            return Timecode.brief(place.startMs());
        }
        if (place.page() != null) {
            return text(page(kind), place.page());
        }
        return place.paragraph() == null ? "" : text("paragraph", place.paragraph());
    }

    /// The same of several lines.
    String range(SourceKind kind, Place place, @Nullable Long endMs) {
        String from = place(kind, place);
        String to = endMs == null || place.startMs() == null ? from : Timecode.brief(endMs);
        return to.equals(from) ? from : from + "–" + to;
    }

    private static String page(SourceKind kind) {
        return switch (kind) {
            case PRESENTATION -> "slide";
            case SPREADSHEET -> "sheet";
            case BOOK -> "chapter";
            case PDF, DOCUMENT, WEBPAGE, NOTE, TEXT, MAIL, RECORDING -> "page";
        };
    }
}
