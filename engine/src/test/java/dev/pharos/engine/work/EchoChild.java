package dev.pharos.engine.work;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Answers what it is asked; some words make it misbehave.
final class EchoChild {

    private EchoChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(2, EchoChild::answer);
    }

    private static byte[] answer(byte[] request) throws InterruptedException {
        var words = new String(request, StandardCharsets.UTF_8);
        switch (words) {
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
}
