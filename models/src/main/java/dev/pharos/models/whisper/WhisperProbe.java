package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.models.hardware.RuntimeProbe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Tries the build of whisper.cpp that would recognise speech now: the plugged-in one, or if that
/// cannot be used, the bundled one.
///
/// @param cache a folder of the program's own
/// @param settings as they are at the moment
public record WhisperProbe(Path cache, Supplier<DeviceSettings> settings) implements RuntimeProbe {

    private static final Logger LOG = LoggerFactory.getLogger(WhisperProbe.class);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public DeviceChoice choice() {
        return settings.get().speech();
    }

    @Override
    public Hardware.Runtime look(List<Gpu> gpus) {
        var placement = Placement.of(settings.get());
        var runtime = described(placement);
        if (placement.plugged() && runtime.devices().isEmpty()) {
            var bundled = described(placement.bundled());
            return new Hardware.Runtime(
                    bundled.name(), bundled.version(), bundled.devices(), runtime.why());
        }
        return runtime;
    }

    private Hardware.Runtime described(Placement placement) {
        try (var child = ChildJvm.start(WhisperProcess.recipe(cache))) {
            byte[] answer = child.call(new Request.Describe(placement).encoded(), LIMIT);
            return switch (Reply.decode(answer)) {
                case Reply.Described(var runtime) -> runtime;
                case Reply.Refused(var detail) -> unusable(detail);
                case Reply.Done _, Reply.Failed _, Reply.Cancelled _ ->
                        throw new IllegalStateException("nobody asked");
            };
        } catch (ChildDied e) {
            LOG.warn("whisper.cpp on {} ended its process", placement, e);
            String complaint = NativeLog.complaint(e.lastWords());
            return unusable(complaint.isEmpty() ? Detail.of(e) : Detail.said(complaint));
        } catch (IOException | TimeoutException e) {
            LOG.warn("whisper.cpp on {} cannot be tried", placement, e);
            return unusable(Detail.of(e));
        }
    }

    private static Hardware.Runtime unusable(Detail detail) {
        return new Hardware.Runtime(WhisperRuntime.NAME, "", List.of(), new Why.Failed(detail));
    }
}
