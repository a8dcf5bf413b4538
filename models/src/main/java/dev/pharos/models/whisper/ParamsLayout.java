package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where the fields of C's `whisper_full_params` lie. They move from version to version and nothing
/// in the library tells, so before anything is set the defaults are read back and compared: a
/// foreign layout is refused, not written into. Offsets are those that a C compiler gives for the
/// headers of the versions.
///
/// @param versions of whisper.cpp that have this layout
/// @param bytes size of the struct
/// @param offsets of each field that is used or compared
record ParamsLayout(String versions, long bytes, Map<Field, Long> offsets) {

    /// The fields that are set here or show that the layout is right.
    enum Field {
        THREADS,
        MAX_TEXT_CONTEXT,
        TRANSLATE,
        NO_CONTEXT,
        NO_TIMESTAMPS,
        PRINT_PROGRESS,
        TOKEN_TIMESTAMPS,
        AUDIO_CONTEXT,
        TOKEN_THRESHOLD,
        INITIAL_PROMPT,
        PROMPT_TOKENS,
        LANGUAGE,
        SUPPRESS_NON_SPEECH,
        LENGTH_PENALTY,
        TEMPERATURE_STEP,
        ENTROPY_THRESHOLD,
        LOG_PROBABILITY_THRESHOLD,
        NO_SPEECH_THRESHOLD,
        BEST_OF,
        BEAM_SIZE,
        PROGRESS,
        ENCODER_BEGIN,
        ABORT,
        GRAMMAR_PENALTY
    }

    static final ParamsLayout V1_7_1 =
            new ParamsLayout(
                    "1.7.1 to 1.7.5",
                    264,
                    Map.ofEntries(
                            Map.entry(Field.THREADS, 4L),
                            Map.entry(Field.MAX_TEXT_CONTEXT, 8L),
                            Map.entry(Field.TRANSLATE, 20L),
                            Map.entry(Field.NO_CONTEXT, 21L),
                            Map.entry(Field.NO_TIMESTAMPS, 22L),
                            Map.entry(Field.PRINT_PROGRESS, 25L),
                            Map.entry(Field.TOKEN_TIMESTAMPS, 28L),
                            Map.entry(Field.AUDIO_CONTEXT, 56L),
                            Map.entry(Field.TOKEN_THRESHOLD, 32L),
                            Map.entry(Field.INITIAL_PROMPT, 72L),
                            Map.entry(Field.PROMPT_TOKENS, 80L),
                            Map.entry(Field.LANGUAGE, 96L),
                            Map.entry(Field.SUPPRESS_NON_SPEECH, 106L),
                            Map.entry(Field.LENGTH_PENALTY, 116L),
                            Map.entry(Field.TEMPERATURE_STEP, 120L),
                            Map.entry(Field.ENTROPY_THRESHOLD, 124L),
                            Map.entry(Field.LOG_PROBABILITY_THRESHOLD, 128L),
                            Map.entry(Field.NO_SPEECH_THRESHOLD, 132L),
                            Map.entry(Field.BEST_OF, 136L),
                            Map.entry(Field.BEAM_SIZE, 140L),
                            Map.entry(Field.PROGRESS, 168L),
                            Map.entry(Field.ENCODER_BEGIN, 184L),
                            Map.entry(Field.ABORT, 200L),
                            Map.entry(Field.GRAMMAR_PENALTY, 256L)));

    /// Parameters of the voice detector were added at the end.
    static final ParamsLayout V1_7_6 = new ParamsLayout("1.7.6 to 1.8.0", 296, V1_7_1.offsets());

    /// `carry_initial_prompt` came in before the tokens of the prompt.
    static final ParamsLayout V1_8_1 =
            new ParamsLayout("1.8.1 to 1.9.3", 304, movedFrom(Field.PROMPT_TOKENS, V1_7_6));

    /// For the struct's default, whichever version fills it.
    static final StructLayout ROOMY =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(128, JAVA_LONG));

    private static Map<Field, Long> movedFrom(Field first, ParamsLayout before) {
        var moved = new EnumMap<Field, Long>(Field.class);
        long from = before.at(first);
        before.offsets().forEach((field, at) -> moved.put(field, at < from ? at : at + 8));
        return moved;
    }

    /// Those that a library may have. The size cannot be read back, but the voice detector's
    /// functions tell it.
    static List<ParamsLayout> possible(SymbolLookup symbols) {
        return symbols.find("whisper_vad_default_params").isPresent()
                ? List.of(V1_8_1, V1_7_6)
                : List.of(V1_7_1);
    }

    /// As C passes it by value.
    StructLayout struct() {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(bytes / 8, JAVA_LONG));
    }

    /// @param params as whisper.cpp fills them for beam search
    /// @return what differs from this version's defaults; empty where the layout is right
    List<Field> differences(MemorySegment params) {
        var wrong = new ArrayList<Field>();
        expect(wrong, Field.MAX_TEXT_CONTEXT, number(params, Field.MAX_TEXT_CONTEXT) == 16384);
        expect(wrong, Field.AUDIO_CONTEXT, number(params, Field.AUDIO_CONTEXT) == 0);
        expect(wrong, Field.TRANSLATE, !flag(params, Field.TRANSLATE));
        expect(wrong, Field.NO_CONTEXT, flag(params, Field.NO_CONTEXT));
        expect(wrong, Field.PRINT_PROGRESS, flag(params, Field.PRINT_PROGRESS));
        expect(wrong, Field.TOKEN_THRESHOLD, real(params, Field.TOKEN_THRESHOLD) == 0.01f);
        expect(wrong, Field.LENGTH_PENALTY, real(params, Field.LENGTH_PENALTY) == -1);
        expect(wrong, Field.TEMPERATURE_STEP, real(params, Field.TEMPERATURE_STEP) == 0.2f);
        expect(wrong, Field.ENTROPY_THRESHOLD, real(params, Field.ENTROPY_THRESHOLD) == 2.4f);
        expect(
                wrong,
                Field.LOG_PROBABILITY_THRESHOLD,
                real(params, Field.LOG_PROBABILITY_THRESHOLD) == -1);
        expect(wrong, Field.NO_SPEECH_THRESHOLD, real(params, Field.NO_SPEECH_THRESHOLD) == 0.6f);
        expect(wrong, Field.BEAM_SIZE, number(params, Field.BEAM_SIZE) == 5);
        expect(wrong, Field.GRAMMAR_PENALTY, real(params, Field.GRAMMAR_PENALTY) == 100);
        for (var pointer :
                List.of(
                        Field.INITIAL_PROMPT,
                        Field.PROMPT_TOKENS,
                        Field.PROGRESS,
                        Field.ENCODER_BEGIN,
                        Field.ABORT)) {
            expect(wrong, pointer, address(params, pointer).address() == 0);
        }
        if (wrong.isEmpty()) { // only then is it likely that this points anywhere
            expect(wrong, Field.LANGUAGE, english(address(params, Field.LANGUAGE)));
        }
        return wrong;
    }

    private static boolean english(MemorySegment text) {
        if (text.address() == 0) {
            return false;
        }
        byte[] bytes = text.reinterpret(3).toArray(JAVA_BYTE);
        return new String(bytes, StandardCharsets.US_ASCII).equals("en\0");
    }

    private static void expect(List<Field> wrong, Field field, boolean right) {
        if (!right) {
            wrong.add(field);
        }
    }

    private long at(Field field) {
        Long offset = offsets.get(field);
        if (offset == null) {
            throw new IllegalStateException(versions + " has no " + field);
        }
        return offset;
    }

    int number(MemorySegment params, Field field) {
        return params.get(JAVA_INT, at(field));
    }

    private float real(MemorySegment params, Field field) {
        return params.get(JAVA_FLOAT, at(field));
    }

    private boolean flag(MemorySegment params, Field field) {
        return params.get(JAVA_BOOLEAN, at(field));
    }

    private MemorySegment address(MemorySegment params, Field field) {
        return params.get(ADDRESS, at(field));
    }

    void set(MemorySegment params, Field field, int value) {
        params.set(JAVA_INT, at(field), value);
    }

    void set(MemorySegment params, Field field, boolean value) {
        params.set(JAVA_BOOLEAN, at(field), value);
    }

    void set(MemorySegment params, Field field, MemorySegment value) {
        params.set(ADDRESS, at(field), value);
    }
}
