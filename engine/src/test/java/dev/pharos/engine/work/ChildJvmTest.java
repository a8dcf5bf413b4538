package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ChildJvmTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ChildJvm.Recipe ECHO =
            new ChildJvm.Recipe(
                    EchoChild.class,
                    List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"));

    @Test
    void anAnswerIsAsLargeAsItsRequest() throws IOException, TimeoutException {
        try (var child = ChildJvm.start(ECHO)) {
            var large = new byte[5_000_000];
            large[4_999_999] = 7;
            assertArrayEquals(large, child.call(large, LONG));
        }
    }

    @Test
    void whatTheChildPrintsDoesNotDisturbItsAnswers() throws IOException, TimeoutException {
        try (var child = ChildJvm.start(ECHO)) {
            assertEquals("chatter", ask(child, "chatter", LONG));
            assertEquals("calm", ask(child, "calm", LONG));
        }
    }

    @Test
    void aSlowRequestDoesNotHoldUpAnother() throws IOException, TimeoutException {
        try (var child = ChildJvm.start(ECHO)) {
            var slow = CompletableFuture.supplyAsync(() -> askUnchecked(child, "sleep"));
            assertEquals("quick", ask(child, "quick", LONG));
            assertFalse(slow.isDone());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aChildThatACourteousThreadStartsGivesWayToTheCourteousAlone() throws Exception {
        var started = new CompletableFuture<ChildJvm>();
        var asked = new CompletableFuture<String>();
        Thread.ofPlatform()
                .start(() -> {
                    Courtesy.giveWay();
                    try {
                        started.complete(ChildJvm.start(ECHO));
                        asked.complete(ask(started.join(), "nice", LONG));
                    } catch (IOException | TimeoutException e) {
                        started.completeExceptionally(e);
                        asked.completeExceptionally(e);
                    }
                });

        try (var child = started.get()) {
            int own = EchoChild.nice();
            assertEquals(String.valueOf(own), ask(child, "nice", LONG));
            assertEquals(String.valueOf(Math.min(19, own + 5)), asked.get());
        }
    }

    @Test
    void aRequestWithoutAnswerTimesOut() throws IOException {
        try (var child = ChildJvm.start(ECHO)) {
            assertThrows(TimeoutException.class, () -> ask(child, "sleep", Duration.ofMillis(200)));
        }
    }

    /// Reads no request.
    static final class Deaf {
        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aChildThatReadsNothingHoldsUpNobody() throws IOException {
        var more = new byte[1 << 20]; // than a pipe holds
        var soon = Duration.ofMillis(100);
        try (var child = ChildJvm.start(new ChildJvm.Recipe(Deaf.class, List.of()))) {
            assertTimeoutPreemptively(
                    LONG,
                    () -> {
                        assertThrows(TimeoutException.class, () -> child.call(more, soon));
                        assertThrows(TimeoutException.class, () -> child.call(more, soon));
                    });
        }
    }

    @Test
    void theLastWordsOfAChildAreKept() throws IOException {
        try (var child = ChildJvm.start(ECHO)) {
            var died = assertThrows(ChildDied.class, () -> ask(child, "lament", LONG));
            assertTrue(died.lastWords().strip().endsWith("GPU lost"), died.lastWords());
            assertTrue(died.lastWords().length() <= 4096);
        }
    }

    @Test
    void aChildThatThrowsDies() throws IOException {
        try (var child = ChildJvm.start(ECHO)) {
            var died = assertThrows(ChildDied.class, () -> ask(child, "throw", LONG));
            assertEquals(1, died.exitStatus());
        }
    }

    @Test
    void aChildWithoutMemorySaysSo() throws IOException {
        try (var child = ChildJvm.start(ECHO)) {
            assertTrue(assertThrows(ChildDied.class, () -> ask(child, "hog", LONG)).outOfMemory());
        }
    }

    @Test
    void aKilledChildOwesNoAnswer() throws IOException {
        try (var child = ChildJvm.start(ECHO)) {
            var answer = CompletableFuture.supplyAsync(() -> askUnchecked(child, "sleep"));
            child.kill();
            assertThrows(CompletionException.class, answer::join);
        }
    }

    @Test
    void aChildOnDemandStartsWithTheFirstRequestAndEndsWhenIdle() throws Exception {
        try (var child = new ChildOnDemand(ECHO, Duration.ofMillis(1))) {
            assertNull(child.running());
            child.call("a".getBytes(StandardCharsets.UTF_8), LONG);
            var running = child.running();
            if (running != null) {
                ProcessHandle.of(running.pid())
                        .map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(null))
                        .get(5, TimeUnit.MINUTES);
            }
            assertNull(child.running());
        }
    }

    @Test
    void aChildOnDemandThatMissedItsLimitIsReplaced() throws IOException, TimeoutException {
        try (var child = new ChildOnDemand(ECHO, LONG)) {
            child.call("a".getBytes(StandardCharsets.UTF_8), LONG);
            var first = pid(child);
            assertThrows(
                    TimeoutException.class,
                    () ->
                            child.call(
                                    "sleep".getBytes(StandardCharsets.UTF_8),
                                    Duration.ofMillis(50)));
            child.call("b".getBytes(StandardCharsets.UTF_8), LONG);
            assertNotEquals(first, pid(child));
        }
    }

    /// Leaves a child behind that still works on a request.
    static final class Orphaning {
        public static void main(String[] args) throws IOException {
            var child = ChildJvm.start(ECHO);
            assertThrows(TimeoutException.class, () -> ask(child, "sleep", Duration.ofMillis(1)));
            assertDoesNotThrow(() -> ask(child, EchoChild.LOCK + args[0], LONG));
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    void aChildAtWorkDoesNotOutliveItsParent(@TempDir Path folder) throws Exception {
        var locked = folder.resolve("held while the child lives");
        var parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Orphaning.class.getName(),
                                locked.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();

        assertEquals(0, parent.waitFor());
        try (var file = FileChannel.open(locked, StandardOpenOption.WRITE)) {
            var free = assertTimeoutPreemptively(LONG, () -> file.lock());
            assertTrue(free.isValid());
        }
    }

    private static long pid(ChildOnDemand child) {
        var running = child.running();
        return running == null ? -1 : running.pid();
    }

    private static String ask(ChildJvm child, String words, Duration limit)
            throws IOException, TimeoutException {
        return new String(
                child.call(words.getBytes(StandardCharsets.UTF_8), limit), StandardCharsets.UTF_8);
    }

    private static String askUnchecked(ChildJvm child, String words) {
        try {
            return ask(child, words, LONG);
        } catch (IOException | TimeoutException e) {
            throw new CompletionException(e);
        }
    }
}
