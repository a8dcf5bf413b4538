package dev.pharos.ui.note;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finding in the note that is open, and replacing. For the JavaFX thread.
public final class NoteFinding {
    private static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// The trouble of an expression that would hold the window up.
    static final String TOO_LONG = "too long";

    /// One place; offsets are UTF-16 units of the text.
    ///
    /// @param end exclusive
    public record Match(int start, int end) {}

    /// All of them.
    ///
    /// @param now index of the one that is shown, -1 where there is none
    /// @param trouble what is wrong with a regular expression, or null
    public record Found(List<Match> matches, int now, @Nullable String trouble) {
        static final Found NONE = new Found(List.of(), -1, null);

        public Found {
            matches = List.copyOf(matches);
        }

        /// Those within a stretch of the text, counted from its start.
        List<Match> within(int start, int end) {
            int low = 0;
            int high = matches.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (matches.get(middle).end() <= start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            var some = new ArrayList<Match>();
            for (int i = low; i < matches.size() && matches.get(i).start() < end; i++) {
                var each = matches.get(i);
                some.add(
                        new Match(
                                Math.max(each.start(), start) - start,
                                Math.min(each.end(), end) - start));
            }
            return some;
        }
    }

    private final StringProperty wanted = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWord = new SimpleBooleanProperty();
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NONE);
    private final Supplier<String> text;
    private final BooleanSupplier written;
    private int from;

    /// @param text as it is at the moment
    /// @param written whether that is the text that is written, and can be replaced
    NoteFinding(Supplier<String> text, BooleanSupplier written) {
        this.text = text;
        this.written = written;
        wanted.subscribe((_, _) -> find());
        matchCase.subscribe((_, _) -> find());
        wholeWord.subscribe((_, _) -> find());
        regex.subscribe((_, _) -> find());
    }

    public StringProperty wantedProperty() {
        return wanted;
    }

    public StringProperty replacementProperty() {
        return replacement;
    }

    public BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    public BooleanProperty wholeWordProperty() {
        return wholeWord;
    }

    public BooleanProperty regexProperty() {
        return regex;
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// @param offset where one reads; the first place from there on is shown
    void begin(int offset) {
        from = offset;
        find();
    }

    /// Where the next look begins.
    int from() {
        return from;
    }

    void end() {
        found.set(Found.NONE);
    }

    /// Looks again, after the text has changed; nothing else is shown because of it.
    void textChanged() {
        if (found.get() != Found.NONE) {
            int at = found.get().now();
            if (at >= 0) {
                from = found.get().matches().get(at).start();
            }
            var now = look();
            found.set(new Found(now.matches(), -1, now.trouble()));
        }
    }

    private void find() {
        found.set(look());
    }

    private Found look() {
        if (wanted.get().isEmpty()) {
            return Found.NONE;
        }
        try {
            var matches = new ArrayList<Match>();
            var matcher = pattern().matcher(looked());
            while (matches.size() < MOST && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    matches.add(new Match(matcher.start(), matcher.end()));
                }
            }
            return new Found(matches, first(matches), null);
        } catch (PatternSyntaxException e) {
            return new Found(List.of(), -1, e.getDescription());
        } catch (Watched.Over _) {
            return new Found(List.of(), -1, TOO_LONG);
        } catch (StackOverflowError _) {
            return new Found(List.of(), -1, wanted.get());
        }
    }

    /// Plain words are found in time.
    private CharSequence looked() {
        return regex.get() ? new Watched(text.get(), PATIENCE) : text.get();
    }

    private int first(List<Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).start() >= from) {
                return i;
            }
        }
        return matches.isEmpty() ? -1 : 0;
    }

    private Pattern pattern() {
        String words = regex.get() ? wanted.get() : Pattern.quote(wanted.get());
        return Pattern.compile(
                wholeWord.get()
                        ? "(?<![\\p{L}\\p{N}_])(?:" + words + ")(?![\\p{L}\\p{N}_])"
                        : words,
                (matchCase.get() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        | Pattern.MULTILINE);
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        var all = found.get();
        if (all.matches().isEmpty()) {
            return;
        }
        int now = all.now() < 0 ? first(all.matches()) - (by > 0 ? 1 : 0) : all.now();
        int next = Math.floorMod(now + by, all.matches().size());
        from = all.matches().get(next).start();
        found.set(new Found(all.matches(), next, null));
    }

    /// What the text is once the place that is shown is replaced, or null where there is none. The
    /// next place is shown as soon as it is written.
    @Nullable String replaced() {
        var all = found.get();
        if (all.now() < 0 || !written.getAsBoolean()) {
            return null;
        }
        var match = all.matches().get(all.now());
        String now = text.get();
        String with;
        try {
            with = with(now, match);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            found.set(new Found(all.matches(), all.now(), e.getMessage()));
            return null;
        }
        from = match.start() + with.length();
        return now.substring(0, match.start()) + with + now.substring(match.end());
    }

    /// The same with all places replaced.
    @Nullable String allReplaced() {
        var all = found.get();
        if (all.matches().isEmpty() || !written.getAsBoolean()) {
            return null;
        }
        try {
            return pattern().matcher(looked()).replaceAll(escaped());
        } catch (Watched.Over _) {
            found.set(new Found(all.matches(), all.now(), TOO_LONG));
            return null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            found.set(new Found(all.matches(), all.now(), e.getMessage()));
            return null;
        }
    }

    private String with(String now, Match match) {
        if (!regex.get()) {
            return replacement.get();
        }
        var matcher = pattern().matcher(now);
        if (!matcher.find(match.start())) {
            return replacement.get();
        }
        var out = new StringBuilder();
        matcher.appendReplacement(out, escaped());
        return out.substring(matcher.start());
    }

    /// `$1` stands for a group, where a regular expression is looked for.
    private String escaped() {
        return regex.get() ? replacement.get() : Matcher.quoteReplacement(replacement.get());
    }
}
