package dev.pharos.models.shelf;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.DoubleSupplier;

/// How many billion floating-point operations a second this machine's processor does, measured once
/// in about 0.3 s and kept in the cache: matrices that fit into the innermost cache are multiplied,
/// which Java compiles to vector instructions, on one core. Processor time counts, and the best of
/// several slices, so that other work on the machine disturbs little. Any thread.
final class ComputeRate implements DoubleSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeRate.class);
    private static final int SIZE = 64;
    private static final long SLICE_NANOS = 50_000_000;
    private static final int SLICES = 6;
    private static final int ROUNDS = 20;

    private final Path kept;
    private double gigaflops;

    /// @param cache a folder of the program's own
    ComputeRate(Path cache) {
        kept = cache.resolve("compute-rate.properties");
    }

    /// 0 where it cannot be measured.
    @Override
    public synchronized double getAsDouble() {
        if (gigaflops == 0) {
            gigaflops = read();
        }
        if (gigaflops == 0) {
            gigaflops = measured();
            keep();
        }
        return gigaflops;
    }

    private static String machine() {
        return String.join(
                " ",
                System.getProperty("os.arch"),
                Integer.toString(cores()),
                System.getProperty("java.vm.version"));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private double read() {
        var known = new Properties();
        try (var text = Files.newBufferedReader(kept)) {
            known.load(text);
            return machine().equals(known.getProperty("machine"))
                    ? Double.parseDouble(known.getProperty("gigaflops", "0"))
                    : 0;
        } catch (IOException | IllegalArgumentException _) {
            return 0; // measured anew
        }
    }

    private void keep() {
        var known = new Properties();
        known.setProperty("machine", machine());
        known.setProperty("gigaflops", Double.toString(gigaflops));
        try {
            Files.createDirectories(kept.getParent());
            Path fresh = Files.createTempFile(kept.getParent(), "compute-rate", ".new");
            try (var text = Files.newBufferedWriter(fresh)) {
                known.store(text, null);
            }
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("{} is not kept", kept, e);
        }
    }

    private static double measured() {
        double best = 0;
        for (int i = 0; i < SLICES; i++) {
            best = Math.max(best, slice());
        }
        return best * cores();
    }

    private static double slice() {
        var a = new float[SIZE * SIZE];
        var b = new float[SIZE * SIZE];
        var c = new float[SIZE * SIZE];
        Arrays.fill(a, 0.5f);
        Arrays.fill(b, 0.25f);
        var clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        long rounds = 0;
        long took;
        do {
            for (int i = 0; i < ROUNDS; i++) {
                multiply(a, b, c);
            }
            rounds += ROUNDS;
            took = clock.getCurrentThreadCpuTime() - began;
        } while (took < SLICE_NANOS);
        return c[SIZE] < 0 ? 0 : 2.0 * SIZE * SIZE * SIZE * rounds / took;
    }

    private static void multiply(float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0);
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                float factor = a[i * SIZE + k];
                for (int j = 0; j < SIZE; j++) {
                    c[i * SIZE + j] += factor * b[k * SIZE + j];
                }
            }
        }
    }
}
