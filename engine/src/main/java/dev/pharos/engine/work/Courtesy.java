package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// What a thread shows whose work nobody waits for at that moment: where processors are short,
/// those come first whose work somebody waits for. What it starts, threads and processes, gives way
/// too.
public final class Courtesy {
    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

    /// A third of the time that a thread gets which does not give way (`nice`, from 0 to 19).
    private static final int NICE = 5;

    /// Of `setpriority`; 0 is a process, and on Linux, with 0 for its number, the calling thread.
    private static final int PROCESS = 0;

    private Courtesy() {}

    /// From now on, the calling thread gives way. It cannot take that back.
    public static void giveWay() {
        if (givesWay()) {
            return;
        }
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY - 1);
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            becomeNice();
        }
    }

    /// Whether the calling thread does.
    public static boolean givesWay() {
        return Thread.currentThread().getPriority() < Thread.NORM_PRIORITY;
    }

    /// There, Java's priorities say nothing.
    private static void becomeNice() {
        var linker = Linker.nativeLinker();
        var integer = ValueLayout.JAVA_INT;
        try {
            var function = linker.defaultLookup().findOrThrow("setpriority");
            var shape = FunctionDescriptor.of(integer, integer, integer, integer);
            int failed = (int) linker.downcallHandle(function, shape).invokeExact(PROCESS, 0, NICE);
            LOG.trace("nice: {}", failed == 0);
        } catch (Throwable e) {
            LOG.debug("does not give way", e);
        }
    }
}
