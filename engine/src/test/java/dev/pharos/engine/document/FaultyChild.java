package dev.pharos.engine.document;

import dev.pharos.engine.work.ChildLoop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/// An [ExtractionChild] in which a file's name can make real trouble: `crash`, `hang`, `hog`.
final class FaultyChild {

    private FaultyChild() {}

    public static void main(String[] args) throws IOException {
        BundledFonts.install();
        ChildLoop.serve(Runtime.getRuntime().availableProcessors(), FaultyChild::answer);
    }

    private static byte[] answer(byte[] request) throws InterruptedException {
        var name = ExtractionWire.request(request).name();
        if (name.contains("crash")) {
            Runtime.getRuntime().halt(134);
        } else if (name.contains("hang")) {
            new CountDownLatch(1).await();
        } else if (name.contains("hog")) {
            var hoard = new ArrayList<byte[]>();
            while (hoard.size() < 1_000_000) {
                hoard.add(new byte[1 << 20]);
            }
        }
        return ExtractionChild.answer(request);
    }
}
