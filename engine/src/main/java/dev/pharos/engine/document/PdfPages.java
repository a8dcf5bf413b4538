package dev.pharos.engine.document;

import dev.pharos.engine.document.PageWire.Wish;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildJvm;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Shows the pages of a PDF: their sizes, their pictures, where on them words stand, and what leads
/// to them. The work is done in a child process, one page after the other. Blocks; any thread.
///
/// Offsets are those of the [Document] that an [Extractor] makes of the same file, less the offset
/// of the page's first block: the first character of a page's text is at 0.
public final class PdfPages implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final SharedChild child;

    /// The child does one thing after the other: the limit is for the work, not for the waiting.
    private final Lock turn = new ReentrantLock(true);

    /// @param cache an existing folder where PDFBox may keep its list of the machine's fonts
    public PdfPages(Path cache) {
        this(recipe(cache));
    }

    PdfPages(ChildJvm.Recipe recipe) {
        child = new SharedChild(recipe, IDLE);
    }

    private static ChildJvm.Recipe recipe(Path cache) {
        var recipe = ReaderProcess.recipe(PageChild.class);
        var flags = new ArrayList<>(recipe.flags());
        flags.add("-Dpdfbox.fontcache=" + cache.toAbsolutePath());
        return new ChildJvm.Recipe(recipe.main(), flags);
    }

    /// The size of every page.
    public List<PageSize> sizes(Path file) throws ProblemException {
        var answer = ask(new PageWire.Request(Wish.SIZES, file, 0, 0), file);
        var sizes = new ArrayList<PageSize>();
        while (answer.hasRemaining()) {
            sizes.add(new PageSize(answer.getFloat(), answer.getFloat()));
        }
        return sizes;
    }

    /// The picture of a page.
    ///
    /// @param page 1-based
    /// @param width in pixels; less is given where the picture would have more than
    ///   [PageChild#MAX_PIXELS] pixels
    public PageImage render(Path file, int page, int width) throws ProblemException {
        var answer = ask(new PageWire.Request(Wish.RENDER, file, page, width), file);
        int columns = answer.getInt();
        int rows = answer.getInt();
        var pixels = new int[columns * rows];
        answer.asIntBuffer().get(pixels);
        return new PageImage(columns, rows, pixels);
    }

    /// Where the words of a page stand.
    ///
    /// @param page 1-based
    public PageGeometry geometry(Path file, int page) throws ProblemException {
        return read(new PageWire.Request(Wish.GEOMETRY, file, page, 0), file, PageWire::geometry);
    }

    /// The bookmarks, each before those below it; none where the file has none.
    public List<OutlineEntry> outline(Path file) throws ProblemException {
        return read(new PageWire.Request(Wish.OUTLINE, file, 0, 0), file, PageWire::outline);
    }

    /// What the pages call themselves, such as `xii`, in order; a page without such a name has an
    /// empty one, and there may be none at all.
    public List<String> labels(Path file) throws ProblemException {
        return read(
                new PageWire.Request(Wish.LABELS, file, 0, 0),
                file,
                in -> {
                    var labels = new ArrayList<String>();
                    while (in.available() > 0) {
                        labels.add(in.readUTF());
                    }
                    return labels;
                });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private <T> T read(PageWire.Request request, Path file, Reading<T> reading)
            throws ProblemException {
        var answer = ask(request, file);
        try (var in =
                new DataInputStream(
                        new ByteArrayInputStream(
                                answer.array(), answer.position(), answer.remaining()))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer ask(PageWire.Request request, Path file) throws ProblemException {
        var answer = ByteBuffer.wrap(inTurn(PageWire.bytes(request), file));
        return switch (answer.get()) {
            case PageWire.DONE -> answer;
            case PageWire.LOCKED -> throw new ProblemException(new Problem.PasswordProtected(file));
            default -> throw new ProblemException(new Problem.DamagedFile(file));
        };
    }

    private byte[] inTurn(byte[] request, Path file) throws ProblemException {
        turn.lock();
        try {
            return child.ask(request, LIMIT, file);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
