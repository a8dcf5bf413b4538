package dev.pharos.app.cli;

/// What a command tells the shell. The numbers are a contract (`docs/cli.md`).
public final class ExitCode {
    public static final int DONE = 0;

    /// A problem the user can act on; one sentence on standard error says which.
    public static final int PROBLEM = 1;

    public static final int WRONG_USAGE = 2;

    /// The command did its work, but not for every file.
    public static final int SOME_FAILED = 3;

    public static final int CANCELLED = 130;

    private ExitCode() {}
}
