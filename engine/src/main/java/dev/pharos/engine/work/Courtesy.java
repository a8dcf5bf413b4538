package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What a thread shows whose work nobody waits for at that moment: where processors are short,
/// those come first whose work somebody waits for. The threads that it starts give way too, for as
/// long as they live; a [ChildJvm] does not, but to who asks it courteously.
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

    /// A thread that was begun by one that gave way to nobody, and so does neither.
    private static final class Prompt {
        private static final ExecutorService THREAD =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("pharos-prompt").factory());

        /// Before the first thread gives way, whose own ones would.
        static void begin() {
            THREAD.execute(() -> {});
        }
    }

    private Courtesy() {}

    /// From now on, the calling thread gives way. It cannot take that back.
    public static void giveWay() {
        if (givesWay()) {
            return;
        }
        Prompt.begin();
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

    /// Starts a process that gives way to nobody, even where the calling thread does: it would not
    /// stop to, and others may wait for its work later.
    static Process start(ProcessBuilder process) throws IOException {
        if (!givesWay()) {
            return process.start();
        }
        try {
            return Prompt.THREAD.submit(process::start).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
