package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A piece of an answer: words, or a marker that leads to a citation.
sealed interface AnswerPart {
    record Words(String text) implements AnswerPart {}

    record Marker(Citation citation) implements AnswerPart {}

    Pattern MARKER = Pattern.compile("\\s?\\[(\\d{1,3})]");

    /// Cuts an answer at its markers. A marker without a citation stays words.
    static List<AnswerPart> of(String text, List<Citation> citations) {
        var parts = new ArrayList<AnswerPart>();
        var matcher = MARKER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            var cited = citations.stream().filter(each -> each.marker() == number).findFirst();
            if (cited.isPresent()) {
                if (matcher.start() > from) {
                    parts.add(new Words(text.substring(from, matcher.start())));
                }
                parts.add(new Marker(cited.get()));
                from = matcher.end();
            }
        }
        if (from < text.length()) {
            parts.add(new Words(text.substring(from)));
        }
        return parts;
    }
}
