package dev.pharos.models.shelf;

import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Fetches a model in a program of its own.
final class FetchChild {

    private FetchChild() {}

    static Process start(Path folder, ModelServer server, byte[] model) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FetchChild.class.getName(),
                                folder.toString(),
                                server.address(),
                                Integer.toString(model.length),
                                TestShelf.sha256(model)))
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        TestShelf.of(
                        Path.of(arguments[0]),
                        arguments[1],
                        Long.parseLong(arguments[2]),
                        arguments[3])
                .fetch(TestShelf.ID, Progress.NONE);
    }
}
