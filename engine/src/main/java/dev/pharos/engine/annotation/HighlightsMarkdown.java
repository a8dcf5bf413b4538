package dev.pharos.engine.annotation;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.LinkNames;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes highlights as Markdown. Links lead to page (`#page=12`) and second (`#t=75`), as other
/// programs understand them too.
public final class HighlightsMarkdown {
    private HighlightsMarkdown() {}

    public static String of(
            Source source, List<Highlight> highlights, Function<Highlight, String> place) {
        String file = String.valueOf(source.path().getFileName());
        String name = source.kind() == SourceKind.NOTE ? LinkNames.withoutMarkdown(file) : file;
        var out = new StringBuilder("[[" + name + "|" + label(source.title()) + "]]\n");
        for (Highlight each : highlights) {
            String words = label(place.apply(each));
            if (!each.quote().isBlank()) {
                out.append('\n').append(quoted(each.quote()));
            }
            if (!each.note().isBlank()) {
                out.append('\n').append(each.note().strip()).append('\n');
            }
            out.append("\n[[").append(name).append(anchor(each));
            out.append(words.isBlank() ? "" : "|" + words).append("]]\n");
        }
        return out.toString();
    }

    private static String quoted(String words) {
        return words.strip()
                .lines()
                .map(line -> ("> " + line.strip()).strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String anchor(Highlight highlight) {
        var place = highlight.place();
        if (place.startMs() != null) {
            return "#t=" + place.startMs() / 1000;
        }
        return place.page() == null ? "" : "#page=" + place.page();
    }

    private static String label(String words) {
        return words.replaceAll("[\\[\\]|\\s]+", " ").strip();
    }
}
