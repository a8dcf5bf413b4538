package dev.pharos.app;

import dev.pharos.app.cli.Commands;
import dev.pharos.app.cli.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where the program starts. Everything it prints is UTF-8, whatever the locale says.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final long PATIENCE_SECONDS = 20;

    /// Set by the launcher: whether standard error is a terminal.
    private static final String TERMINAL = "pharos.terminal";

    private Main() {}

    /// Runs one command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        var folders = Folders.ofThisMachine();
        LogFile.install(folders.log());
        unpackNativesBelow(folders.cache());
        var finished = new CountDownLatch(1);
        int code;
        try (var wiring = new Wiring(folders)) {
            var session =
                    new Session(
                            wiring, utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal());
            stopOnSignal(session, finished);
            code = new Commands(session).run(arguments);
        } finally {
            finished.countDown();
        }
        System.exit(code);
    }

    /// Libraries that carry native code unpack it to the platform's cache place: a system's common
    /// folder for temporary files may forbid running code from it.
    private static void unpackNativesBelow(Path cache) {
        var natives = cache.resolve("natives");
        try {
            Files.createDirectories(natives);
            System.getProperties().putIfAbsent("org.sqlite.tmpdir", natives.toString());
            System.getProperties().putIfAbsent("jna.tmpdir", natives.toString());
            System.getProperties()
                    .putIfAbsent("javafx.cachedir", natives.resolve("javafx").toString());
        } catch (IOException e) {
            LOG.warn("natives are unpacked to the folder for temporary files", e);
        }
    }

    /// Ctrl-C asks the command to stop at its next safe point, and waits until it has closed the
    /// library. The process then ends with 130, as shells expect.
    private static void stopOnSignal(Session session, CountDownLatch finished) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    if (finished.getCount() > 0) {
                                        session.cancel();
                                    }
                                    await(finished);
                                },
                                "stop"));
    }

    private static void await(CountDownLatch finished) {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static boolean terminal() {
        var console = System.console();
        return Boolean.parseBoolean(
                System.getProperty(
                        TERMINAL, String.valueOf(console != null && console.isTerminal())));
    }
}
