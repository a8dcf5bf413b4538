package dev.pharos.engine.vault;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// One item of a Joplin export: a title, a blank line, the body, a blank line and facts, a line
/// each (`type_: 1`).
///
/// @see <a href="https://joplinapp.org/help/dev/spec/sync">Joplin's synchronisation format</a>
record JoplinItem(String title, String body, Map<String, String> facts) {
    static final String NOTE = "1";
    static final String FOLDER = "2";
    static final String RESOURCE = "4";
    static final String TAG = "5";
    static final String NOTE_TAG = "6";

    /// Null where the text is no item.
    static @Nullable JoplinItem parse(String text) {
        var lines = text.strip().split("\n", -1);
        var facts = new HashMap<String, String>();
        int last = lines.length - 1;
        while (last >= 0 && !lines[last].isBlank()) {
            int colon = lines[last].indexOf(':');
            if (colon <= 0) {
                return null;
            }
            facts.put(lines[last].substring(0, colon), lines[last].substring(colon + 1).strip());
            last--;
        }
        if (!facts.containsKey("type_") || !facts.containsKey("id")) {
            return null;
        }
        int end = Math.max(0, last);
        var written = String.join("\n", Arrays.copyOfRange(lines, 0, end));
        int line = written.indexOf('\n');
        return new JoplinItem(
                line < 0 ? written : written.substring(0, line),
                line < 0 ? "" : written.substring(line + 1),
                facts);
    }

    String id() {
        return fact("id");
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    boolean is(String type) {
        return fact("type_").equals(type);
    }

    boolean yes(String name) {
        return !fact(name).isEmpty() && !fact(name).equals("0");
    }

    /// The time that its owner set, else the one at which Joplin wrote it.
    @Nullable Instant time(String name) {
        var instant = instant("user_" + name);
        return instant == null ? instant(name) : instant;
    }

    /// ISO 8601, or milliseconds since 1970; 0 says nothing.
    @Nullable Instant instant(String name) {
        var value = fact(name);
        try {
            if (value.matches("\\d{10,14}")) {
                return Instant.ofEpochMilli(Long.parseLong(value));
            }
            return value.contains("T") ? Instant.parse(value) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
