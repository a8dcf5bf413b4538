package dev.pharos.app.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    DemoCommand(Session session) {}

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
