package dev.pharos.app.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    DoctorCommand(Session session) {}

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
