package dev.pharos.app;

import dev.pharos.app.cli.Commands;
import dev.pharos.app.cli.Session;
import dev.pharos.app.cli.StandardOutput;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import sun.misc.Signal;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Where the program starts. Everything it prints is UTF-8, whatever the locale says.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final List<String> STOPPING = List.of("INT", "TERM", "HUP");

    /// What shells add to the number of the signal that ended a process.
    private static final int SIGNALLED = 128;

    /// Set by the launcher: whether standard error is a terminal.
    private static final String TERMINAL = "pharos.terminal";

    private Main() {}

    /// Runs one command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        var folders = Folders.ofThisMachine();
        LogFile.install(folders.log());
        unpackNativesBelow(folders.cache());
        var signalled = new AtomicInteger();
        int code;
        try (var wiring = new Wiring(folders)) {
            var session =
                    new Session(
                            wiring,
                            StandardOutput.of(FileDescriptor.out),
                            StandardOutput.of(FileDescriptor.err),
                            terminal());
            stopOnSignals(session, signalled);
            code = new Commands(session).run(arguments);
        }
        System.exit(signalled.get() == 0 ? code : SIGNALLED + signalled.get());
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

    /// Ctrl-C asks the command to stop at its next safe point; a second one ends the process at
    /// once, which the library survives. This is no shutdown hook: ONNX Runtime has one of its own
    /// that would tear down the model under a running inference and abort the process.
    private static void stopOnSignals(Session session, AtomicInteger signalled) {
        for (var name : STOPPING) {
            try {
                Signal.handle(
                        new Signal(name),
                        signal -> {
                            if (!signalled.compareAndSet(0, signal.getNumber())) {
                                Runtime.getRuntime().halt(SIGNALLED + signal.getNumber());
                            }
                            session.cancel();
                        });
            } catch (IllegalArgumentException e) {
                LOG.debug("this system does not know the signal {}", name, e);
            }
        }
    }

    private static boolean terminal() {
        var console = System.console();
        return Boolean.parseBoolean(
                System.getProperty(
                        TERMINAL, String.valueOf(console != null && console.isTerminal())));
    }
}
