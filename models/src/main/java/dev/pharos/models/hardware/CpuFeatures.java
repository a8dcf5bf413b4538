package dev.pharos.models.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The instructions that make models fast, found among the names that each system gives them:
/// `avx512f` on Linux, `AVX1.0` on macOS, `PF_AVX2_INSTRUCTIONS_AVAILABLE` on Windows.
enum CpuFeatures {
    AVX("avx(1\\.0)?|pf_avx_.*"),
    AVX2("avx2|pf_avx2_.*"),
    AVX512("avx512f|pf_avx512f_.*"),
    VNNI("avx_vnni|avx512_?vnni"),
    AMX("amx_tile"),
    FMA("fma"),
    F16C("f16c"),
    NEON("asimd|neon|.*_neon|pf_arm_neon_.*"),
    SVE("sve");

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9_.]+");

    private final Pattern names;

    CpuFeatures(String names) {
        this.names = Pattern.compile(names);
    }

    /// @param lines of flags, as the system gives them
    /// @param arch `os.arch`; every 64-bit ARM has NEON
    static List<String> among(List<String> lines, String arch) {
        var words =
                lines.stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .flatMap(BETWEEN::splitAsStream)
                        .distinct()
                        .toList();
        var found = new ArrayList<String>();
        for (var feature : values()) {
            boolean always = feature == NEON && arch.equals("aarch64");
            if (always || words.stream().anyMatch(feature.names.asMatchPredicate())) {
                found.add(feature.name());
            }
        }
        return found;
    }
}
