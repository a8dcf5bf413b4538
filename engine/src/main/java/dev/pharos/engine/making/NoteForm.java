package dev.pharos.engine.making;

import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.problem.Problem;

import org.apache.lucene.search.spell.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a summary becomes a note: Markdown with places such as `{{points}}`. A line whose places are
/// all empty goes, and so does a heading with nothing left below it. Immutable.
///
/// @param id of a built-in form, or of the note that is the template
/// @param markdown front matter included
public record NoteForm(String id, String markdown) {

    /// Forms that come with Pharos, in three languages each.
    public enum BuiltIn {
        LECTURE,
        MEETING,
        INTERVIEW,
        MEMO,
        BOOK;

        /// The lower-case name, as commands and JSON have it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Says what stands in a place.
    interface Filling {
        /// @param name in lower case
        /// @param place as it is written, with its braces
        /// @param level of the heading above, 1 where there is none
        /// @return null for a place that this is not
        @Nullable String of(String name, String place, int level);
    }

    private static final Pattern PLACE =
            Pattern.compile("(?i)\\{\\{\\s*([a-z_]+)\\s*(?::[^{}]*)?}}");

    /// All that are filled in.
    static final List<String> PLACES =
            List.of(
                    "title",
                    "date",
                    "time",
                    "summary",
                    "points",
                    "decisions",
                    "questions",
                    "actions",
                    "topics",
                    "phrases",
                    "tags",
                    "sources",
                    "parts",
                    "research",
                    "related",
                    "duration",
                    "reading_time",
                    "words",
                    "complexity",
                    "confidence",
                    "language");

    private static final double ALIKE = 0.6;

    private static final Pattern ANY_PLACE =
            Pattern.compile("\\{\\{\\s*([\\p{L}_ -]+?)\\s*(?::[^{}]*)?}}");

    /// Places that only a summary fills.
    private static final Pattern OF_SUMMARY =
            Pattern.compile(
                    "(?i)\\{\\{\\s*(?:summary|topics|points|decisions|questions|actions|phrases)\\s*}}");

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s.*");

    /// A list's sign before a place that brings its own.
    private static final Pattern LISTED = Pattern.compile("^\\s*[-*] (?:\\[ ] )?(?=- )");

    private static final Pattern BLANKS = Pattern.compile("\\n{3,}");

    /// A line of the note.
    ///
    /// @param level of a heading, else 0
    /// @param emptied whether it had places, and nothing stands in them
    private record Line(String text, int level, boolean emptied) {
        boolean blank() {
            return text.isBlank();
        }
    }

    static NoteForm of(BuiltIn form, String language) {
        String name = form.id() + "_" + NoteWords.known(language) + ".md";
        try (var in = Objects.requireNonNull(NoteForm.class.getResourceAsStream(name))) {
            return new NoteForm(form.id(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a template has a place for anything of a summary.
    static boolean isForm(String markdown) {
        return OF_SUMMARY.matcher(markdown).find();
    }

    /// Whether it has a place of this name.
    boolean shows(String name) {
        return PLACE.matcher(markdown)
                .results()
                .anyMatch(place -> place.group(1).equalsIgnoreCase(name));
    }

    /// What stands where a place might, and is none.
    List<Problem> unknown() {
        return ANY_PLACE
                .matcher(markdown)
                .results()
                .map(place -> place.group(1).toLowerCase(Locale.ROOT))
                .filter(name -> !PLACES.contains(name))
                .distinct()
                .map(NoteForm::unknown)
                .toList();
    }

    private static Problem unknown(String name) {
        var distance = new LevenshteinDistance();
        return PLACES.stream()
                .filter(place -> distance.getDistance(place, name) >= ALIKE)
                .max(Comparator.comparingDouble(place -> distance.getDistance(place, name)))
                .<Problem>map(near -> new Problem.MistypedPlace(braced(name), braced(near)))
                .orElseGet(() -> new Problem.UnknownPlace(braced(name)));
    }

    private static String braced(String name) {
        return "{{" + name + "}}";
    }

    /// The note without its front matter.
    String filled(Filling filling) {
        var lines = new ArrayList<Line>();
        int level = 1;
        for (String line : body().split("\n", -1)) {
            var heading = HEADING.matcher(line);
            int own = heading.matches() ? heading.group(1).length() : 0;
            level = own > 0 ? own : level;
            lines.add(filled(line, own, level, filling));
        }
        withoutEmpty(lines);
        String text = String.join("\n", lines.stream().map(Line::text).toList());
        return BLANKS.matcher(text.strip()).replaceAll("\n\n") + "\n";
    }

    private String body() {
        return markdown.substring(FrontMatter.of(markdown).body());
    }

    private static Line filled(String line, int own, int level, Filling filling) {
        int places = 0;
        int empty = 0;
        var place = PLACE.matcher(line);
        var text = new StringBuilder();
        while (place.find()) {
            String said = filling.of(place.group(1).toLowerCase(Locale.ROOT), place.group(), level);
            if (said != null) {
                places++;
                empty += said.isEmpty() ? 1 : 0;
                place.appendReplacement(text, Matcher.quoteReplacement(said));
            }
        }
        place.appendTail(text);
        boolean emptied = places > 0 && empty == places;
        return emptied
                ? new Line("", 0, true)
                : new Line(LISTED.matcher(text).replaceFirst(""), own, false);
    }

    /// From the last heading on, so that one which holds only such goes too.
    private static void withoutEmpty(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            int level = lines.get(i).level();
            if (level > 0) {
                int end = i + 1;
                while (end < lines.size()
                        && (lines.get(end).level() == 0 || lines.get(end).level() > level)) {
                    end++;
                }
                var below = lines.subList(i + 1, end);
                if (below.stream().allMatch(Line::blank)
                        && below.stream().anyMatch(Line::emptied)) {
                    Collections.fill(lines.subList(i, end), new Line("", 0, true));
                }
            }
        }
        lines.removeIf(Line::emptied);
    }
}
