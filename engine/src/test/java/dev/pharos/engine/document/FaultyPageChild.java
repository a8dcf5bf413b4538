package dev.pharos.engine.document;

import dev.pharos.engine.work.ChildLoop;

import java.io.IOException;
import java.nio.file.Files;

/// A [PageChild] that dies of a file called `crash.pdf`, and of any other if and while a file
/// called `dies-once` lies beside it, which it deletes.
final class FaultyPageChild {

    private FaultyPageChild() {}

    public static void main(String[] args) {
        var pages = new PageChild();
        ChildLoop.serve(
                1,
                request -> {
                    dieIfWanted(request);
                    return pages.answer(request);
                });
    }

    private static void dieIfWanted(byte[] request) throws IOException {
        var file = PageWire.request(request).file();
        if (file.endsWith("crash.pdf") || Files.deleteIfExists(file.resolveSibling("dies-once"))) {
            Runtime.getRuntime().halt(134);
        }
    }
}
