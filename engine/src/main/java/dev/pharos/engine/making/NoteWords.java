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
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// The few words that a made note has of its own, in its language.
final class NoteWords {
    private static final List<String> LANGUAGES = List.of("en", "de", "ru");

    private final Locale locale;
    private final Properties words;

    private NoteWords(String language) {
        locale = Locale.of(language);
        words = WordFile.read(NoteWords.class, "words", language);
    }

    /// English for a language without words.
    static NoteWords of(String language) {
        return new NoteWords(known(language));
    }

    static String known(String language) {
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
        return text("doubt." + doubt.reason(), String.join(", ", doubt.missing()));
    }

    /// What is said instead, quoted.
    String there(String said) {
        return text("there", said);
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

    /// The name of a note where its source, or another one, has that already.
    String called(String title) {
        return text("called", title);
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
    String place(SourceKind kind, Place place) {
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
