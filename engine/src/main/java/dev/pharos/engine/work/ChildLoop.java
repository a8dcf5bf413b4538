package dev.pharos.engine.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;

/// The child's side of a [ChildJvm]: answers requests until the parent is gone.
public final class ChildLoop {

    private static final long STACK_BYTES = 16L << 20;

    private ChildLoop() {}

    /// Turns a request into its answer; called by several threads at once. Whatever it throws ends
    /// the child.
    @FunctionalInterface
    public interface Handler {
        byte[] answer(byte[] request) throws Exception;
    }

    /// Never returns, and waits for no request under way once the parent is gone. `System.out` is
    /// turned away, so that libraries cannot disturb the answers.
    ///
    /// @param workers how many requests are worked on at once; as many more by threads that give
    ///   way, for callers that do
    public static void serve(int workers, Handler handler) {
        var in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        var threads =
                Thread.ofPlatform().daemon().name("worker-", 1).stackSize(STACK_BYTES).factory();
        var prompt = Executors.newFixedThreadPool(workers, threads);
        var courteous =
                Executors.newFixedThreadPool(
                        workers, work -> threads.newThread(() -> courteously(work)));
        try {
            while (true) {
                int id = in.readInt();
                var pool = in.readBoolean() ? courteous : prompt;
                var request = in.readNBytes(in.readInt());
                pool.execute(() -> answer(id, request, handler, out));
            }
        } catch (IOException _) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void courteously(Runnable work) {
        Courtesy.giveWay();
        work.run();
    }

    private static void answer(int id, byte[] request, Handler handler, DataOutputStream out) {
        try {
            var answer = handler.answer(request);
            synchronized (out) {
                out.writeInt(id);
                out.writeInt(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (Throwable e) {
            Runtime.getRuntime().halt(e instanceof OutOfMemoryError ? 3 : 1);
        }
    }
}
