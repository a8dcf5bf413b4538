package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.regex.Pattern;

/// What whisper.cpp and ggml say while they work: the only place where they tell on what they
/// really compute. All of it goes on to the standard error, whose end the parent reads if this
/// process dies. Called on any thread.
final class NativeLog {

    static final FunctionDescriptor SIGNATURE =
            FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS);

    private static final Pattern USING = Pattern.compile("using (\\w+) backend");
    private static final Pattern COMPLAINT =
            Pattern.compile("fail|error|no gpu found|falling back|out of memory|no .*devices? ");
    private static final Pattern GIVEN_UP =
            Pattern.compile(
                    "_init\\(\\) failed|failed to initialize|falling back to cpu|no gpu found");
    private static final String ACCELERATES_CPU = "BLAS";
    private static final long LONGEST_LINE = 1 << 14;

    private String backend = "";
    private String complaint = "";

    /// For C to call as long as this process lives.
    MemorySegment callback() {
        return WhisperLibrary.callback(this, "hear", SIGNATURE, Arena.global());
    }

    void hear(int level, MemorySegment text, MemorySegment data) {
        try {
            if (text.address() != 0) {
                hear(text.reinterpret(LONGEST_LINE).getString(0));
            }
        } catch (RuntimeException | Error _) {
            // nothing may be thrown through C
        }
    }

    synchronized void hear(String line) {
        System.err.print(line);
        String lower = line.toLowerCase(Locale.ROOT);
        if (COMPLAINT.matcher(lower).find()) {
            complaint = line.strip();
        }
        if (GIVEN_UP.matcher(lower).find()) {
            backend = "";
        }
        String named = backend(line);
        backend = named.isEmpty() ? backend : named;
    }

    /// Such as `CUDA0`; empty for the CPU.
    synchronized String backend() {
        return backend;
    }

    /// The last line that tells of something wrong, or empty.
    synchronized String complaint() {
        return complaint;
    }

    /// The last GPU that a log says it uses, empty for none.
    static String backend(String log) {
        return USING.matcher(log)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals(ACCELERATES_CPU) && !name.equals("CPU"))
                .reduce("", (_, last) -> last);
    }

    /// The last line of a log that tells of something wrong, else its last line.
    static String complaint(String log) {
        var lines = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.reversed().stream()
                .filter(line -> COMPLAINT.matcher(line.toLowerCase(Locale.ROOT)).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
    }
}
