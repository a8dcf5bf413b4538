package dev.pharos.engine.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A second process of the running Java runtime, for work that may hang, crash or exhaust its
/// memory. Requests and answers are byte arrays over the child's standard streams; several requests
/// may be under way at once. The child's main method calls [ChildLoop#serve]. It ends when this
/// process ends, however that happens. Any thread.
public final class ChildJvm implements AutoCloseable {

    /// What to start.
    ///
    /// @param main has a main method that calls [ChildLoop#serve]
    /// @param flags for the JVM, such as `-Xmx384m`
    /// @param environment what to set beside what this process has; the class path is this
    ///   process's own unless `CLASSPATH` is among it
    public record Recipe(Class<?> main, List<String> flags, Map<String, String> environment) {
        public Recipe {
            flags = List.copyOf(flags);
            environment = Map.copyOf(environment);
        }

        public Recipe(Class<?> main, List<String> flags) {
            this(main, flags, Map.of());
        }
    }

    private static final Duration SENDER_IDLE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS_WITHIN = Duration.ofSeconds(2);

    /// How many times its limit a child is waited for that others keep from working.
    private static final int PATIENCE = 4;

    private final Process process;
    private final DataOutputStream requests;
    private final LastWords lastWords;

    /// A child that reads no more holds up this thread, and nobody else.
    private final Executor sender;

    private final Map<Integer, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private volatile boolean killed;

    private ChildJvm(Process process) {
        this.process = process;
        lastWords = new LastWords(process.getErrorStream(), "words of " + process.pid());
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        sender =
                new ThreadPoolExecutor(
                        0,
                        1,
                        SENDER_IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("to " + process.pid()).factory());
        Thread.ofPlatform().daemon().name("answers of " + process.pid()).start(this::listen);
    }

    /// @throws IOException if the runtime's `java` command cannot be started
    public static ChildJvm start(Recipe recipe) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(recipe.flags());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+SuppressFatalErrorMessage");
        command.add(recipe.main().getName());
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(recipe.environment());
        return new ChildJvm(Courtesy.start(builder));
    }

    /// Sends a request and waits for its answer. A courteous caller's is worked on by threads that
    /// give way too, and holds up no other.
    ///
    /// @param limit by the clock, where the child has at least half of a processor meanwhile; on a
    ///   machine that is too busy for that it is waited for up to four times as long
    /// @throws ChildDied if the child ended before it answered
    /// @throws TimeoutException if no answer came within `limit`; the child is left running
    public byte[] call(byte[] request, Duration limit) throws IOException, TimeoutException {
        int id = lastId.incrementAndGet();
        var answer = new CompletableFuture<byte[]>();
        waiting.put(id, answer);
        try {
            boolean courteous = Courtesy.givesWay();
            sender.execute(() -> send(id, courteous, request, answer));
            return awaited(answer, limit.toMillis());
        } catch (ExecutionException e) {
            throw new ChildDied(status(), lastWords.within(LAST_WORDS_WITHIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            waiting.remove(id);
        }
    }

    private byte[] awaited(CompletableFuture<byte[]> answer, long limitMs)
            throws ExecutionException, InterruptedException, TimeoutException {
        long before = computedMs();
        for (int i = 1; true; i++) {
            try {
                return answer.get(limitMs, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean busy = before >= 0 && computedMs() - before < limitMs / 2;
                if (i == PATIENCE || !busy) {
                    throw e;
                }
            }
        }
    }

    /// Processor time of all its threads; -1 where the system does not tell.
    private long computedMs() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(-1L);
    }

    /// Whether it can still be asked. A killed child is gone at once, even while its process ends.
    public boolean alive() {
        return !killed && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Ends the child at once; requests under way fail with [ChildDied].
    public void kill() {
        killed = true;
        process.destroyForcibly();
    }

    /// Ends the child and waits until it is gone.
    @Override
    public void close() {
        kill();
        status();
    }

    private void send(int id, boolean courteous, byte[] request, CompletableFuture<byte[]> answer) {
        try {
            requests.writeInt(id);
            requests.writeBoolean(courteous);
            requests.writeInt(request.length);
            requests.write(request);
            requests.flush();
            if (!alive()) {
                throw new IOException("the child is gone");
            }
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    private void listen() {
        try (var in =
                new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                int id = in.readInt();
                var bytes = in.readNBytes(in.readInt());
                var answer = waiting.get(id);
                if (answer != null) {
                    answer.complete(bytes);
                }
            }
        } catch (IOException e) {
            kill();
            waiting.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }

    /// A pipe breaks a moment before its process is gone.
    private int status() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
