package dev.pharos.engine.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/// Answers what it is asked; some words make it misbehave.
final class EchoChild {

    /// With the name of a file behind it: holds a lock on that until the process ends.
    static final String LOCK = "lock ";

    private EchoChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(2, EchoChild::answer);
    }

    private static byte[] answer(byte[] request) throws Exception {
        var words = new String(request, StandardCharsets.UTF_8);
        if (words.startsWith(LOCK)) {
            lock(Path.of(words.substring(LOCK.length())));
        }
        switch (words) {
            case "nice" -> {
                return String.valueOf(nice()).getBytes(StandardCharsets.UTF_8);
            }
            case "chatter" -> System.out.println("noise on the answers' stream");
            case "sleep" -> new CountDownLatch(1).await();
            case "lament" -> {
                System.err.println("x".repeat(1 << 20) + "\nGPU lost");
                throw new IllegalStateException("asked to");
            }
            case "throw" -> throw new IllegalStateException("asked to");
            case "hog" -> {
                return new byte[Integer.MAX_VALUE - 8];
            }
            default -> {}
        }
        return request;
    }

    private static void lock(Path file) throws IOException {
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
    }

    /// How much the calling thread gives way, on Linux.
    static int nice() throws IOException {
        var stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
