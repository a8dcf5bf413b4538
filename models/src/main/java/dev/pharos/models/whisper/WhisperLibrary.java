package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.pharos.engine.problem.Detail.Kind;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The functions of whisper.cpp's C header that are used here, one method each, typed. It lives as
/// long as its process. Contexts and states are C's pointers; times are in hundredths of a second.
final class WhisperLibrary {

    /// A token of a segment.
    ///
    /// @param p its probability
    /// @param start a guess from the timestamps around, like `end`
    /// @param spoken when it ends, read from the attention of [AlignmentHeads]; -1 where unknown
    record Token(int id, float p, long start, long end, long spoken) {}

    private record Function(String name, MethodHandle handle) {
        Object call(Object... arguments) {
            try {
                return handle.invokeWithArguments(arguments);
            } catch (Throwable e) {
                throw new IllegalStateException(name, e);
            }
        }
    }

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CONTEXT =
            MemoryLayout.structLayout(
                    JAVA_BOOLEAN.withName("use_gpu"),
                    JAVA_BOOLEAN.withName("flash_attn"),
                    MemoryLayout.paddingLayout(2),
                    JAVA_INT.withName("gpu_device"),
                    JAVA_BOOLEAN.withName("dtw_token_timestamps"),
                    MemoryLayout.paddingLayout(3),
                    JAVA_INT.withName("dtw_aheads_preset"),
                    JAVA_INT.withName("dtw_n_top"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("dtw_n_heads"),
                    ADDRESS.withName("dtw_heads"),
                    JAVA_LONG.withName("dtw_mem_size"));
    private static final StructLayout HEAD = MemoryLayout.structLayout(JAVA_INT, JAVA_INT);
    private static final StructLayout TOKEN =
            MemoryLayout.structLayout(
                    JAVA_INT.withName("id"),
                    JAVA_INT.withName("tid"),
                    JAVA_FLOAT.withName("p"),
                    JAVA_FLOAT.withName("plog"),
                    JAVA_FLOAT.withName("pt"),
                    JAVA_FLOAT.withName("ptsum"),
                    JAVA_LONG.withName("t0"),
                    JAVA_LONG.withName("t1"),
                    JAVA_LONG.withName("t_dtw"),
                    JAVA_FLOAT.withName("vlen"),
                    MemoryLayout.paddingLayout(4));
    private static final int BEAM_SEARCH = 1;

    /// Functions that are looked up only when they are called.
    private static final List<String> LATER =
            List.of(
                    "whisper_context_default_params",
                    "whisper_free",
                    "whisper_free_state",
                    "whisper_is_multilingual",
                    "whisper_token_eot",
                    "whisper_lang_id",
                    "whisper_lang_str",
                    "whisper_full_lang_id_from_state",
                    "whisper_print_system_info",
                    "whisper_log_set");

    /// The largest model's 23 heads need 100 MB for the longest text; what is not needed is not
    /// touched.
    private static final long ALIGNMENT_MEMORY = 256L << 20;

    private static final long LONGEST_TEXT = 1 << 16;

    private final SymbolLookup symbols;
    private final ParamsLayout layout;
    private final Function defaultParams;
    private final Function load;
    private final Function newState;
    private final Function full;
    private final Function segments;
    private final Function segmentStart;
    private final Function segmentEnd;
    private final Function tokens;
    private final Function token;
    private final Function tokenText;

    private WhisperLibrary(SymbolLookup symbols, ParamsLayout layout) {
        this.symbols = symbols;
        this.layout = layout;
        defaultParams = function("whisper_full_default_params", ParamsLayout.ROOMY, JAVA_INT);
        load = function("whisper_init_from_file_with_params_no_state", ADDRESS, ADDRESS, CONTEXT);
        newState = function("whisper_init_state", ADDRESS, ADDRESS);
        full =
                function(
                        "whisper_full_with_state",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        layout.struct(),
                        ADDRESS,
                        JAVA_INT);
        segments = function("whisper_full_n_segments_from_state", JAVA_INT, ADDRESS);
        segmentStart =
                function("whisper_full_get_segment_t0_from_state", JAVA_LONG, ADDRESS, JAVA_INT);
        segmentEnd =
                function("whisper_full_get_segment_t1_from_state", JAVA_LONG, ADDRESS, JAVA_INT);
        tokens = function("whisper_full_n_tokens_from_state", JAVA_INT, ADDRESS, JAVA_INT);
        token =
                function(
                        "whisper_full_get_token_data_from_state",
                        TOKEN,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT);
        tokenText = function("whisper_token_to_str", ADDRESS, ADDRESS, JAVA_INT);
        LATER.forEach(this::address);
    }

    /// @throws UnsatisfiedLinkError if they cannot be loaded, lack a function, or have parameters
    ///   that lie otherwise than those of any known version
    static WhisperLibrary open(NativeBuild build) {
        return open(build.load().symbols());
    }

    static WhisperLibrary open(SymbolLookup symbols) {
        return open(symbols, ParamsLayout.possible(symbols));
    }

    static WhisperLibrary open(SymbolLookup symbols, List<ParamsLayout> layouts) {
        var differences = new ArrayList<String>();
        for (var layout : layouts) {
            var library = new WhisperLibrary(symbols, layout);
            try (var arena = Arena.ofConfined()) {
                var wrong = layout.differences(library.defaultParams(arena));
                if (wrong.isEmpty()) {
                    return library;
                }
                differences.add(layout.versions() + ": " + wrong);
            }
        }
        throw Unfit.because(Kind.OTHER_VERSION, String.join("; ", differences));
    }

    private Function function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(result, arguments));
    }

    private Function procedure(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.ofVoid(arguments));
    }

    private Function function(String name, FunctionDescriptor signature) {
        return new Function(name, LINKER.downcallHandle(address(name), signature));
    }

    private MemorySegment address(String name) {
        return symbols.find(name).orElseThrow(() -> Unfit.because(Kind.NO_FUNCTION, name));
    }

    /// `listener` has [NativeLog#SIGNATURE].
    void tell(MemorySegment listener) {
        for (String name : List.of("whisper_log_set", "ggml_log_set")) {
            if (symbols.find(name).isPresent()) {
                procedure(name, ADDRESS, ADDRESS).call(listener, MemorySegment.NULL);
            }
        }
    }

    /// As the library tells it, or what its layout does.
    String version() {
        return symbols.find("whisper_version").isPresent()
                ? text((MemorySegment) function("whisper_version", ADDRESS).call())
                : layout.versions();
    }

    Backends backends() {
        return new Backends(symbols, systemInfo());
    }

    /// For beam search.
    MemorySegment defaultParams(Arena arena) {
        var params = (MemorySegment) defaultParams.call((SegmentAllocator) arena, BEAM_SEARCH);
        return params.asSlice(0, layout.bytes());
    }

    ParamsLayout layout() {
        return layout;
    }

    /// @param heads null for no [Token#spoken]
    /// @return NULL if it cannot be loaded
    MemorySegment load(Path model, @Nullable AlignmentHeads heads, Placement placement) {
        var defaults = function("whisper_context_default_params", CONTEXT);
        try (var arena = Arena.ofConfined()) {
            var params = (MemorySegment) defaults.call((SegmentAllocator) arena);
            params.set(JAVA_BOOLEAN, offset("use_gpu"), placement.mayUseGpu());
            params.set(JAVA_INT, offset("gpu_device"), placement.gpu());
            if (heads != null) {
                align(params, heads);
            }
            return (MemorySegment) load.call(arena.allocateFrom(model.toString()), params);
        }
    }

    /// The list must outlive the context. Flash attention keeps no attention to read from.
    private static void align(MemorySegment params, AlignmentHeads heads) {
        var list = Arena.global().allocate(HEAD, Math.max(1, heads.heads().size()));
        for (int i = 0; i < heads.heads().size(); i++) {
            list.setAtIndex(JAVA_INT, 2L * i, heads.heads().get(i).layer());
            list.setAtIndex(JAVA_INT, 2L * i + 1, heads.heads().get(i).number());
        }
        params.set(JAVA_BOOLEAN, offset("flash_attn"), false);
        params.set(JAVA_BOOLEAN, offset("dtw_token_timestamps"), true);
        params.set(JAVA_INT, offset("dtw_aheads_preset"), heads.preset());
        params.set(JAVA_LONG, offset("dtw_n_heads"), heads.heads().size());
        params.set(ADDRESS, offset("dtw_heads"), list);
        params.set(JAVA_LONG, offset("dtw_mem_size"), ALIGNMENT_MEMORY);
    }

    private static long offset(String field) {
        return CONTEXT.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }

    void free(MemorySegment context) {
        procedure("whisper_free", ADDRESS).call(context);
    }

    /// @return NULL if memory does not suffice
    MemorySegment newState(MemorySegment context) {
        return (MemorySegment) newState.call(context);
    }

    void freeState(MemorySegment state) {
        procedure("whisper_free_state", ADDRESS).call(state);
    }

    boolean multilingual(MemorySegment context) {
        return (int) function("whisper_is_multilingual", JAVA_INT, ADDRESS).call(context) != 0;
    }

    /// Tokens from this id on are not text.
    int endOfText(MemorySegment context) {
        return (int) function("whisper_token_eot", JAVA_INT, ADDRESS).call(context);
    }

    /// Whether it is the code, not the English name, of a language that whisper.cpp has.
    boolean knowsLanguage(String code) {
        try (var arena = Arena.ofConfined()) {
            int id =
                    (int)
                            function("whisper_lang_id", JAVA_INT, ADDRESS)
                                    .call(arena.allocateFrom(code));
            return id >= 0 && language(id).equals(code);
        }
    }

    /// @return the code
    String language(int id) {
        return text((MemorySegment) function("whisper_lang_str", ADDRESS, JAVA_INT).call(id));
    }

    /// The id of the language that was given or found.
    int spoken(MemorySegment state) {
        return (int) function("whisper_full_lang_id_from_state", JAVA_INT, ADDRESS).call(state);
    }

    /// Such as `AVX = 1 | METAL = 0`.
    String systemInfo() {
        return text((MemorySegment) function("whisper_print_system_info", ADDRESS).call());
    }

    /// @return 0 if all went well
    int full(
            MemorySegment context,
            MemorySegment state,
            MemorySegment params,
            MemorySegment samples,
            int count) {
        return (int) full.call(context, state, params, samples, count);
    }

    int segments(MemorySegment state) {
        return (int) segments.call(state);
    }

    long segmentStart(MemorySegment state, int segment) {
        return (long) segmentStart.call(state, segment);
    }

    long segmentEnd(MemorySegment state, int segment) {
        return (long) segmentEnd.call(state, segment);
    }

    int tokens(MemorySegment state, int segment) {
        return (int) tokens.call(state, segment);
    }

    Token token(MemorySegment state, int segment, int index) {
        try (var arena = Arena.ofConfined()) {
            var data = (MemorySegment) token.call((SegmentAllocator) arena, state, segment, index);
            return new Token(
                    data.get(JAVA_INT, 0),
                    data.get(JAVA_FLOAT, 8),
                    data.get(JAVA_LONG, 24),
                    data.get(JAVA_LONG, 32),
                    data.get(JAVA_LONG, 40));
        }
    }

    /// UTF-8, of which a token may hold half a letter.
    byte[] bytes(MemorySegment context, int token) {
        var text = (MemorySegment) tokenText.call(context, token);
        return text(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(MemorySegment text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private static String text(MemorySegment text, Charset charset) {
        return text.address() == 0 ? "" : text.reinterpret(LONGEST_TEXT).getString(0, charset);
    }

    /// A pointer to a method of `target`, for C to call while `arena` is open.
    static MemorySegment callback(
            Object target, String method, FunctionDescriptor signature, Arena arena) {
        try {
            MethodType type = signature.toMethodType();
            var handle = MethodHandles.lookup().bind(target, method, type);
            return LINKER.upcallStub(handle, signature, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method, e);
        }
    }
}
