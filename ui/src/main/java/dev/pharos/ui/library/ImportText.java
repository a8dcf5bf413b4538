package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.ui.Texts;

/// Says in words what became of an import.
final class ImportText {

    private ImportText() {}

    static String summary(ImportSummary summary, Texts texts) {
        int added =
                count(summary, ImportResult.Status.IMPORTED)
                        + count(summary, ImportResult.Status.UPDATED);
        int same =
                count(summary, ImportResult.Status.UNCHANGED)
                        + count(summary, ImportResult.Status.DUPLICATE);
        return texts.text("import.summary", added, same, summary.failed());
    }

    private static int count(ImportSummary summary, ImportResult.Status status) {
        return summary.counts().getOrDefault(status, 0);
    }
}
