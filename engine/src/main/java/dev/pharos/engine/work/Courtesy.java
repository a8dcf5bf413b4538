package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What a thread shows whose work nobody waits for at that moment: where processors are short,
/// those come first whose work somebody waits for. What it starts, threads and processes, gives way
/// too, for as long as it lives: so may a process that embeds or reads files for others later.
public final class Courtesy {
    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

    /// A third of the time that a thread gets which does not give way.
    private static final int NICE = 5;

    /// Linked once.
    private static final class Libc {
        private static final MethodHandle NICE = nice();

        private static MethodHandle nice() {
            var linker = Linker.nativeLinker();
            var function = linker.defaultLookup().findOrThrow("nice");
            var integer = ValueLayout.JAVA_INT;
            return linker.downcallHandle(function, FunctionDescriptor.of(integer, integer));
        }
    }

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

    /// There, Java's priorities say nothing, and `nice` is of the calling thread alone.
    private static void becomeNice() {
        try {
            int now = (int) Libc.NICE.invokeExact(NICE);
            LOG.trace("as nice as {}", now);
        } catch (Throwable e) {
            LOG.debug("does not give way", e);
        }
    }
}
