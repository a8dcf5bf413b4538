package dev.pharos.app.cli;

import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.model.Shelved.State;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// A model as `--json` prints it (`docs/cli.md`).
///
/// @param check what is known of the bytes here: `sound`, `none` or `damaged`; null where none are
/// @param bytes on the disk; of one that is not here, what it would take; 0 where unknown
/// @param downloaded bytes that are here of all
/// @param misfit why it does not suit this machine, or null
/// @param speed estimated seconds of sound, or texts, a second; 0 where unknown
record ModelOutput(
        String id,
        String kind,
        String title,
        String state,
        boolean bundled,
        @Nullable String check,
        @Nullable String place,
        long bytes,
        long downloaded,
        long memoryBytes,
        List<String> languages,
        @Nullable String licence,
        @Nullable String page,
        boolean recommended,
        @Nullable Unfit misfit,
        double speed,
        List<ShelvedFile> files) {

    /// @param reason `memory`, `disk` or `runtime`
    /// @param platform for `runtime`, else null
    record Unfit(String reason, long need, long have, @Nullable String platform) {
        static @Nullable Unfit of(@Nullable Misfit misfit) {
            return switch (misfit) {
                case null -> null;
                case Misfit.TooLittleMemory(long need, long have) ->
                        new Unfit("memory", need, have, null);
                case Misfit.TooLittleDisk(long need, long have) ->
                        new Unfit("disk", need, have, null);
                case Misfit.NoRuntime(var platform) -> new Unfit("runtime", 0, 0, platform);
            };
        }
    }

    /// @param url null where its owner brings it
    /// @param sha256 of the file here, else the published one; null where nobody knows
    /// @param published whether a public source states that hash
    record ShelvedFile(
            String name,
            @Nullable String url,
            long bytes,
            @Nullable String sha256,
            boolean published) {}

    static ModelOutput of(Shelved model) {
        var info = model.info();
        var present = model.state() instanceof State.Present state ? state : null;
        long bytes = present == null ? info.bytes() : present.bytes();
        long downloaded =
                model.state() instanceof State.Partial(long come)
                        ? come
                        : present == null ? 0 : bytes;
        return new ModelOutput(
                info.id(),
                info.kind().name().toLowerCase(Locale.ROOT),
                info.title(),
                model.state().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                present != null && present.bundled(),
                present == null ? null : check(present.proof()),
                present == null ? null : present.place().toString(),
                bytes,
                downloaded,
                info.memoryBytes(),
                info.languages(),
                info.licence(),
                info.page(),
                info.recommended(),
                Unfit.of(model.fit().misfit()),
                Math.round(model.fit().speed() * 10) / 10.0,
                files(model, present));
    }

    private static String check(Proof proof) {
        return switch (proof) {
            case AS_IT_CAME -> "sound";
            case NOT_CHECKED -> "none";
            case DAMAGED -> "damaged";
        };
    }

    private static List<ShelvedFile> files(Shelved model, State.@Nullable Present present) {
        return model.info().files().stream()
                .map(file -> {
                    var here =
                            present == null
                                    ? null
                                    : present.files().stream()
                                            .filter(one -> one.name().equals(file.name()))
                                            .findFirst()
                                            .orElse(null);
                    return new ShelvedFile(
                            file.name(),
                            file.url(),
                            here == null ? file.bytes() : here.bytes(),
                            here == null ? file.sha256() : here.sha256(),
                            here == null ? file.sha256() != null : here.published());
                })
                .toList();
    }
}
