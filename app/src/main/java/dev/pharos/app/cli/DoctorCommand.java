package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.SelfCheck;
import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.LibraryCheck;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// `pharos doctor`: whether this machine has what Pharos needs, and whether the library keeps what
/// it promises. Changes nothing.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final long LOW_DISK_MB = 1000;

    /// @param check null where there is no library
    /// @param chat the model that writes answers
    /// @param hardware what this machine has, and which runtime can use it
    /// @param writing another process may write to the library, so that what is incomplete is no
    ///   fault
    /// @param embedder null where there is no library
    record Report(
            boolean sound,
            String version,
            String java,
            String system,
            int processors,
            long maxHeapMb,
            String library,
            String settings,
            String cache,
            String log,
            long freeMb,
            String chat,
            List<SelfCheck.Finding> parts,
            HardwareOutput hardware,
            @Nullable LibraryCheck check,
            boolean writing,
            @Nullable EmbedderOutput embedder) {}

    /// What a look into the library found.
    private record Looked(LibraryCheck check, EmbedderOutput embedder) {
        boolean sound(boolean writing) {
            return check.sound() && embedder.usable() && (writing || complete(check));
        }
    }

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var report = report();
        if (session.json()) {
            session.printJson(report);
        } else {
            show(report);
        }
        return report.sound() ? ExitCode.DONE : ExitCode.PROBLEM;
    }

    private Report report() throws ProblemException {
        var hardware = CompletableFuture.supplyAsync(session.wiring().hardware()::look);
        boolean writing = writing();
        var looked = look();
        writing |= writing();
        var parts = session.wiring().selfCheck().run(DoctorCommand::words);
        var folders = session.wiring().folders();
        return new Report(
                (looked == null || looked.sound(writing))
                        && parts.stream().allMatch(part -> part.problem() == null),
                Version.ofPharos(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                session.libraryFolder().toString(),
                folders.settings().toString(),
                folders.cache().toString(),
                folders.log().toString(),
                freeMb(session.libraryFolder()),
                chat(),
                parts,
                HardwareOutput.of(hardware.join()),
                looked == null ? null : looked.check(),
                writing,
                looked == null ? null : looked.embedder());
    }

    /// What is wrong with a model is told here, and not that the doctor tells more.
    private static String words(Problem problem) {
        return problem instanceof Problem.ModelUnavailable(var model, var detail)
                ? text("doctor.unusable", model, ProblemText.of(detail))
                : ProblemText.of(problem);
    }

    /// Settings that cannot be read are a finding of their own.
    private String chat() {
        try {
            return session.wiring()
                    .chatProfiles()
                    .read()
                    .activeProfile()
                    .map(profile -> String.valueOf(profile.model()))
                    .orElse(Answer.BUILT_IN);
        } catch (ProblemException _) {
            return Answer.BUILT_IN;
        }
    }

    private boolean writing() {
        return session.wiring().beingWritten(session.libraryFolder());
    }

    private static boolean complete(LibraryCheck check) {
        return check.indexed() == check.passages() && check.vectors() == check.passages();
    }

    private @Nullable Looked look() throws ProblemException {
        try (var library = session.open(Library.Access.READ);
                var bar = session.bar("progress.check")) {
            return new Looked(
                    library.check(bar),
                    EmbedderOutput.of(library.embedding().state(), session.wiring().embedders()));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.LibraryMissing) {
                return null;
            }
            throw e;
        }
    }

    private static long freeMb(Path folder) {
        var existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() >> 20;
        } catch (IOException _) {
            return 0;
        }
    }

    private void show(Report report) {
        good(text("doctor.program", report.version(), report.java(), report.system()));
        good(text("doctor.memory", SizeText.of(report.maxHeapMb() << 20), report.processors()));
        report.hardware().lines().forEach(this::good);
        for (var part : report.parts()) {
            show(part);
        }
        good(
                text(
                        "doctor.places",
                        report.library(),
                        report.settings(),
                        report.cache(),
                        report.log()));
        if (report.freeMb() < LOW_DISK_MB) {
            var low = text("doctor.diskLow", SizeText.of(report.freeMb() << 20));
            session.print(text("doctor.note", low));
        } else {
            good(text("doctor.disk", SizeText.of(report.freeMb() << 20)));
        }
        good(text("doctor.chat", report.chat()));
        if (report.check() == null) {
            good(text("doctor.libraryNone"));
        } else {
            show(report.check(), report.writing());
        }
        if (report.embedder() != null) {
            show(report.embedder());
        }
    }

    private void show(EmbedderOutput embedder) {
        if (embedder.usable()) {
            good(text("embedder.current", embedder.current()));
        } else {
            bad(
                    AbsentModel.words(
                            session.wiring().shelf(),
                            new Problem.EmbedderMissing(embedder.current())));
        }
        if (embedder.next() != null) {
            good(
                    text(
                            "embedder.next",
                            embedder.next(),
                            embedder.embedded(),
                            embedder.total(),
                            embedder.current()));
        }
    }

    private void show(SelfCheck.Finding part) {
        var name =
                switch (part.part()) {
                    case SETTINGS -> text("doctor.settings");
                    case SQLITE -> text("doctor.sqlite");
                    case LUCENE -> text("doctor.lucene");
                    case EMBEDDING -> text("doctor.embedding");
                    case EXTRACTOR -> text("doctor.extractor");
                    case DECODER -> text("doctor.decoder");
                    case VOICE -> text("doctor.voice");
                    case SPEECH -> text("doctor.speech");
                    case MODEL -> text("doctor.model");
                    case MICROPHONE -> text("doctor.microphone");
                    case PLAYER -> text("doctor.player");
                };
        var nothing = part.part() == SelfCheck.Part.MODEL ? "doctor.noModel" : "doctor.noDevices";
        var version = part.version().isEmpty() ? text(nothing) : part.version();
        if (part.problem() == null) {
            good(text("doctor.part", name, version, part.tookMs()));
        } else {
            bad(text("doctor.partFailed", name, part.problem()));
        }
    }

    private void show(LibraryCheck check, boolean writing) {
        check.database().forEach(finding -> bad(text("doctor.libraryDamaged", finding)));
        if (!check.missingBlobs().isEmpty()) {
            bad(text("doctor.blobsMissing", check.missingBlobs().size()));
        }
        if (!complete(check)) {
            if (writing) {
                good(text("doctor.writing"));
            } else {
                bad(text("doctor.incomplete"));
            }
        }
        good(
                text(
                        "doctor.library",
                        check.sources(),
                        check.passages(),
                        check.indexed(),
                        check.vectors(),
                        SizeText.of(check.bytes())));
    }

    private void good(String line) {
        session.print(text("doctor.ok", line));
    }

    private void bad(String line) {
        session.print(text("doctor.bad", line));
    }
}
