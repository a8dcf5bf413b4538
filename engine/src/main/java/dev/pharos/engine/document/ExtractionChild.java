package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildLoop;

import java.io.IOException;
import java.nio.file.Path;

/// The process in which [IsolatedExtractor] lets files be read. It serves until the parent is gone,
/// opens no connection and writes no file.
final class ExtractionChild {

    private ExtractionChild() {}

    public static void main(String[] args) throws IOException {
        ReaderProcess.prepare();
        BundledFonts.install();
        ChildLoop.serve(Runtime.getRuntime().availableProcessors(), ExtractionChild::answer);
    }

    static byte[] answer(byte[] request) {
        var job = ExtractionWire.request(request);
        try {
            return ExtractionWire.answer(
                    DirectExtractor.extract(
                            FormatDetector.of(job.path(), Path.of(job.name())),
                            job.path(),
                            Path.of(job.name())));
        } catch (ProblemException e) {
            return ExtractionWire.answer((Problem.OfFile) e.problem());
        }
    }
}
