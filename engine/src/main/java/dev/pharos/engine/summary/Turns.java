package dev.pharos.engine.summary;

import dev.pharos.engine.document.Block;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who says what in minutes, chats and other written talks: paragraphs or lines that begin with a
/// name, as `Anna: we begin`. A text is such a talk where most of them do and at least two names
/// come again. Immutable.
final class Turns {
    private static final int OFTEN = 2;

    /// Forms have names and colons too, but no sentences: so many turns at most to one that ends as
    /// a sentence does.
    private static final int TO_A_SENTENCE = 3;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_OPENING = 60;

    /// `Anna:`, `Dr. Anna Berg (chair):` at the beginning of a paragraph, no sentence before it.
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<name>(?![^:]*\\p{Ll}{4}\\.\\s)\\p{Lu}[\\p{L}\\p{M}\\p{Nd} .,'’()/-]{0,60}?):\\s+(?=\\S)");

    /// The same in a paragraph: words with capitals, behind the end of a line or of a sentence.
    /// Some formats turn the ends of lines into spaces.
    private static final Pattern WITHIN =
            Pattern.compile(
                    "(?:(?<line>\\n)\\s*|(?<=[.?!…][\"”“’»)\\]]?) )(?<name>%1$s(?: %1$s){0,4}(?: \\([^():\\n]{1,30}\\))?):\\s+(?=\\S)"
                            .formatted("\\p{Lu}[\\p{L}\\p{M}\\p{Nd}'’-]*\\.?"));

    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.?!…][\"”“’»)\\]]*\\s*");
    private static final Pattern TITLE =
            Pattern.compile("[^\\n]*\\p{L}[^\\n]*(?:[\\p{L}\\p{Nd})\"”»]| г\\.)");

    /// `Lecture 7: `, which is no name.
    private static final Pattern NUMBERED = Pattern.compile("^\\p{Lu}\\p{L}+ \\p{Nd}+: ");

    /// A sentence ends within a line.
    private static final Pattern INNER = Pattern.compile("[.?!…]\\s");

    /// What one says.
    ///
    /// @param name null where nobody is named
    /// @param from behind the name
    /// @param end exclusive
    record Turn(@Nullable String name, int from, int end) {}

    /// A name that may be that of a voice.
    ///
    /// @param told whether a paragraph or a line begins with it
    private record Label(String name, boolean told, int start, int end) {}

    private final String text;
    private final List<Block> blocks;
    private final Map<String, Integer> names = new HashMap<>();
    private final boolean talk;

    /// @param blocks in which sentences stand
    Turns(String text, List<Block> blocks) {
        this.text = text;
        this.blocks = List.copyOf(blocks);
        var labels = new ArrayList<Label>();
        int begun = 0;
        for (var block : blocks) {
            var own = labels(block);
            labels.addAll(own);
            begun += own.isEmpty() || own.getFirst().start() > block.start() ? 0 : 1;
        }
        labels.forEach(label -> names.merge(label.name(), 1, Integer::sum));
        boolean several = names.values().stream().filter(count -> count >= OFTEN).count() >= 2;
        int within = labels.size() - begun;
        boolean most = 2 * labels.size() > blocks.size() + within;
        talk = several && most && (within == 0 || sentences());
    }

    boolean talk() {
        return talk;
    }

    private boolean sentences() {
        var turns = blocks.stream().flatMap(block -> in(block).stream()).toList();
        long ended =
                turns.stream()
                        .map(turn -> text.substring(turn.from(), turn.end()))
                        .filter(said -> SENTENCE.matcher(said).matches())
                        .count();
        return ended * TO_A_SENTENCE >= turns.size();
    }

    /// The turns of a paragraph of a talk, in their order; one that is blank is left out.
    List<Turn> in(Block block) {
        var turns = new ArrayList<Turn>();
        @Nullable String name = null;
        int from = block.start();
        for (var label : labels(block)) {
            if (voice(label)) {
                add(turns, new Turn(name, from, label.start()));
                name = label.name();
                from = label.end();
            }
        }
        add(turns, new Turn(name, from, block.end()));
        return turns;
    }

    private void add(List<Turn> turns, Turn turn) {
        if (!text.substring(turn.from(), turn.end()).isBlank()) {
            turns.add(turn);
        }
    }

    /// In the middle of a line a name of one word may be anything, as `Note:`, unless it comes
    /// again. Who was there, and when, is told by nobody.
    private boolean voice(Label label) {
        boolean known = label.told() || label.name().contains(" ");
        return (known || names.getOrDefault(label.name(), 0) >= OFTEN) && !attends(label.name());
    }

    private static boolean attends(String label) {
        return List.of("en", "de", "ru").stream()
                .anyMatch(each -> Rules.of(each).matches("attendance", label));
    }

    private List<Label> labels(Block block) {
        var labels = new ArrayList<Label>();
        var first = LABEL.matcher(text).region(block.start(), block.end());
        int behind = block.start();
        if (first.lookingAt()) {
            labels.add(label(first, true));
            behind = first.end();
        }
        var next = WITHIN.matcher(text).useTransparentBounds(true);
        next.region(behind, block.end());
        while (next.find()) {
            labels.add(label(next, next.group("line") != null));
        }
        return labels;
    }

    private static Label label(Matcher match, boolean told) {
        return new Label(match.group("name").strip(), told, match.start(), match.end());
    }

    /// What a talk that stands in one paragraph begins with, where nobody says it: `Call with the
    /// printer, Thursday.`
    Optional<String> opening() {
        var first = talk ? in(blocks.getFirst()).getFirst() : null;
        if (first == null || first.name() != null) {
            return Optional.empty();
        }
        String said = text.substring(first.from(), first.end()).strip();
        String line = said.endsWith(".") ? said.substring(0, said.length() - 1) : "";
        return line.length() <= LONGEST_OPENING
                        && line.contains(" ")
                        && TITLE.matcher(line).matches()
                        && !INNER.matcher(line).find()
                ? Optional.of(line)
                : Optional.empty();
    }

    /// The line above a text that is no sentence: `Minutes of the council, 3 May`.
    Optional<Turn> title() {
        if (!talk && blocks.size() < 2) {
            return Optional.empty();
        }
        var first = blocks.getFirst();
        if (!talk && text.substring(first.start(), first.end()).strip().indexOf('\n') >= 0) {
            return Optional.empty();
        }
        var turn = talk ? in(first).getFirst() : new Turn(null, first.start(), first.end());
        int end = text.indexOf('\n', turn.from());
        var line =
                new Turn(
                        turn.name(), turn.from(), end < 0 ? turn.end() : Math.min(end, turn.end()));
        String said = text.substring(line.from(), line.end()).strip();
        return line.name() == null
                        && said.length() <= LONGEST_TITLE
                        && said.contains(" ")
                        && !said.startsWith(">")
                        && !labelled(said)
                        && TITLE.matcher(said).matches()
                ? Optional.of(line)
                : Optional.empty();
    }

    /// Whether a line is what somebody says, or tells who was there: `Lecture 7: tides` is neither,
    /// nor is any line with a colon that is set apart above a text in which nobody speaks.
    private boolean labelled(String line) {
        int colon = line.indexOf(": ");
        return colon >= 0
                && (talk ? !NUMBERED.matcher(line).find() : attends(line.substring(0, colon)));
    }

    /// Where the text below a title begins: behind the line that says who speaks, too.
    int subtitled(Turn title) {
        if (blocks.size() < 3 || blocks.getFirst().end() > title.end() + 1) {
            return title.end();
        }
        var second = blocks.get(1);
        var third = blocks.get(2);
        String line = text.substring(second.start(), second.end()).strip();
        boolean below = SENTENCE.matcher(text.substring(third.start(), third.end())).matches();
        return below && line.length() <= LONGEST_TITLE && TITLE.matcher(line).matches()
                ? second.end()
                : title.end();
    }
}
