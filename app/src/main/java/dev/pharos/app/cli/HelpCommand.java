package dev.pharos.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos help [COMMAND]`: what `--help` shows, for who asks so.
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "COMMAND", descriptionKey = "COMMAND", arity = "0..1")
    @Nullable String command;

    @Override
    public Integer call() {
        var mine = Objects.requireNonNull(spec);
        var pharos = mine.parent().commandLine();
        var asked = command == null ? pharos : pharos.getSubcommands().get(command);
        if (asked == null) {
            throw Session.wrongUsage(mine, "usage.unknown", String.valueOf(command));
        }
        asked.usage(pharos.getOut());
        return ExitCode.DONE;
    }
}
