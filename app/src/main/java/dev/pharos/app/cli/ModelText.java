package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.model.Shelved.State;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Models in words.
final class ModelText {

    private ModelText() {}

    /// Its state, its id and what it takes, on one line.
    static String line(Shelved model) {
        var info = model.info();
        var misfit = model.fit().misfit();
        var facts =
                Stream.of(
                                size(model),
                                info.memoryBytes() == 0
                                        ? ""
                                        : text("models.memory", SizeText.of(info.memoryBytes())),
                                String.join(", ", info.languages()),
                                speed(model),
                                Objects.requireNonNullElse(info.licence(), ""),
                                info.recommended() ? text("models.recommended") : "",
                                unchecked(model) ? text("models.notChecked") : "",
                                info.kind() == ModelKind.RERANKING ? text("models.notUsed") : "",
                                model.present() || misfit == null ? "" : misfit(misfit))
                        .filter(fact -> !fact.isEmpty())
                        .collect(Collectors.joining(" · "));
        return text("models.line", state(model), "%-44s".formatted(info.id()), facts);
    }

    private static boolean unchecked(Shelved model) {
        return model.state() instanceof State.Present here && here.proof() == Proof.NOT_CHECKED;
    }

    private static String state(Shelved model) {
        return switch (model.state()) {
            case State.Present(_, _, boolean bundled, _, var proof) ->
                    bundled
                            ? text("models.bundled")
                            : proof == Proof.DAMAGED ? text("models.damaged") : text("models.here");
            case State.Partial _ -> text("models.partial");
            case State.Absent _ -> text("models.absent");
        };
    }

    private static String size(Shelved model) {
        return switch (model.state()) {
            case State.Present(_, long bytes, _, _, _) -> SizeText.of(bytes);
            case State.Partial(long bytes) when model.info().bytes() == 0 ->
                    text("models.part", SizeText.of(bytes));
            case State.Partial(long bytes) ->
                    text("models.partOf", SizeText.of(bytes), SizeText.of(model.info().bytes()));
            case State.Absent _ -> SizeText.of(model.info().bytes());
        };
    }

    private static String speed(Shelved model) {
        double speed = model.fit().speed();
        if (speed == 0) {
            return "";
        }
        return model.info().kind() == ModelKind.SPEECH
                ? text("models.speedSound", speed)
                : text("models.speedTexts", speed);
    }

    /// Why a model does not suit this machine.
    static String misfit(Misfit misfit) {
        return switch (misfit) {
            case Misfit.TooLittleMemory(long need, long have) ->
                    text("models.littleMemory", SizeText.of(need), SizeText.of(have));
            case Misfit.TooLittleDisk(long need, long have) ->
                    text("models.littleDisk", SizeText.of(need), SizeText.of(have));
            case Misfit.NoRuntime(var platform) -> text("models.noRuntime", platform);
        };
    }

    static String progress(String model, long done, long total) {
        return text("progress.line", model, SizeText.of(done), SizeText.of(total));
    }
}
