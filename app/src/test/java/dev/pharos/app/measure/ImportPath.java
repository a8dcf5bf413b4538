package dev.pharos.app.measure;

import dev.pharos.app.Wiring;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.meaning.PassageText;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The way of files into a new library, as the program goes it.
///
/// @param words until every file was searchable by its words
/// @param whole until every passage had a vector
/// @param passages what the model read of each, in order
record ImportPath(Clock words, Clock whole, List<String> passages) {

    static ImportPath of(Path files, Bench bench, Wiring wiring) throws Exception {
        try (var library = wiring.open(bench.empty("library"), Library.Access.WRITE)) {
            var words =
                    Clock.of(() ->
                            library.importer().importAll(List.of(files), QUIET, Progress.NONE));
            var vectors =
                    Clock.of(() -> {
                        library.meaning().await(Progress.NONE);
                        return library;
                    });
            return new ImportPath(words, words.plus(vectors), texts(library));
        }
    }

    private static final ImportListener QUIET =
            new ImportListener() {
                @Override
                public void started(Path file) {}

                @Override
                public void finished(ImportResult result) {
                    if (result.status() == ImportResult.Status.FAILED) {
                        throw new IllegalStateException("not imported: " + result);
                    }
                }
            };

    private static List<String> texts(Library library) {
        var ids = Arrays.stream(library.passages().ids()).boxed().toList();
        var texts = new ArrayList<String>();
        for (Passages.Titled titled : library.passages().find(ids)) {
            texts.add(PassageText.of(titled));
        }
        return texts;
    }
}
