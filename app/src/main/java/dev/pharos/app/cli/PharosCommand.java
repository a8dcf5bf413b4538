package dev.pharos.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pharos` itself: the options that every command takes. Without a command the window opens.
@Command(name = "pharos", versionProvider = Version.class)
final class PharosCommand implements Callable<Integer> {
    private final OpenCommand window;

    @Option(names = "--library", scope = ScopeType.INHERIT, paramLabel = "DIR")
    @Nullable Path library;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    @Option(names = "--capture")
    boolean capture;

    PharosCommand(OpenCommand window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        return window.open(capture);
    }
}
