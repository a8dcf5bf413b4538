package dev.pharos.models.shelf;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Writes a body behind what a file already has, on the client's threads, and tells how far it is.
/// Its body completes once all is on the disk.
final class PartWriter implements BodySubscriber<Void> {

    /// The disk's fault, not the network's.
    static final class NotWritten extends IOException {
        private static final long serialVersionUID = 1L;

        NotWritten(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// More came than the file has.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FileChannel channel;
    private final long limit;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private Flow.Subscription source = new Nothing();
    private volatile long position;

    private static final class Nothing implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    /// @param from where in the file the body begins; what lies behind is cut off
    /// @param limit length of the whole file, or 0 where unknown
    PartWriter(Path file, long from, long limit) throws IOException {
        this.limit = limit;
        this.position = from;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from).position(from);
    }

    /// Bytes of the file that are written.
    long position() {
        return position;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> pieces) {
        if (body.isDone()) {
            return;
        }
        long length = pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (limit > 0 && position + length > limit) {
            end(new TooLong());
            return;
        }
        try {
            for (var piece : pieces) {
                while (piece.hasRemaining()) {
                    position += channel.write(piece);
                }
            }
        } catch (IOException e) {
            end(new NotWritten(e));
        }
    }

    @Override
    public synchronized void onError(Throwable error) {
        end(error);
    }

    @Override
    public synchronized void onComplete() {
        try {
            channel.force(true);
            channel.close();
            body.complete(null);
        } catch (IOException e) {
            end(new NotWritten(e));
        }
    }

    /// Writes no more; what is written stays.
    synchronized void stop() {
        end(new IOException("stopped"));
    }

    private void end(Throwable reason) {
        source.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        body.completeExceptionally(reason);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }
}
