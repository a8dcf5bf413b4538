package dev.pharos.models.hardware;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware.Gpu;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// NVIDIA's GPUs as `nvidia-smi`, which comes with their driver, lists them.
///
/// @param program its name or path
/// @param limit after which it is taken for dead: with a broken driver it hangs
public record NvidiaSmi(String program, Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final List<String> QUERY =
            List.of(
                    "--query-gpu=name,driver_version,memory.total",
                    "--format=csv,noheader,nounits");
    private static final int COLUMNS = 3;

    NvidiaSmi() {
        this("nvidia-smi", Duration.ofSeconds(3));
    }

    /// For the environment of a process that uses CUDA: by itself that counts the fastest GPU
    /// first.
    public static final Map<String, String> SAME_ORDER = Map.of("CUDA_DEVICE_ORDER", "PCI_BUS_ID");

    /// Those of a machine's GPUs that CUDA has, as it counts them under [#SAME_ORDER].
    static List<Device> cuda(List<Gpu> gpus) {
        var devices = new ArrayList<Device>();
        gpus.stream()
                .filter(gpu -> gpu.vendor().equals("NVIDIA") && gpu.driver() != null)
                .forEach(gpu ->
                        devices.add(new Device(Device.Api.CUDA, devices.size(), gpu.name())));
        return devices;
    }

    /// Empty where there is none, no driver, or a broken one.
    List<Gpu> gpus() {
        var command = Stream.concat(Stream.of(program), QUERY.stream()).toList();
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                LOG.warn("{} says nothing for {}", program, limit);
                return List.of();
            }
            byte[] said = process.getInputStream().readAllBytes();
            return process.exitValue() == 0
                    ? listed(new String(said, StandardCharsets.UTF_8))
                    : List.of();
        } catch (IOException e) {
            LOG.debug("{} cannot be run", program, e);
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// @param csv such as `NVIDIA H100 80GB HBM3, 570.86.15, 81559`, a line for each
    static List<Gpu> listed(String csv) {
        var gpus = new ArrayList<Gpu>();
        csv.lines().forEach(line -> gpu(line).ifPresent(gpus::add));
        return gpus;
    }

    private static Optional<Gpu> gpu(String line) {
        String[] parts = line.split(",");
        if (parts.length != COLUMNS) {
            return Optional.empty();
        }
        String memory = parts[2].strip(); // `[N/A]` where it shares the machine's
        long megabytes = memory.matches("\\d{1,9}") ? Long.parseLong(memory) : 0;
        return Optional.of(new Gpu(parts[0].strip(), "NVIDIA", parts[1].strip(), megabytes << 20));
    }
}
