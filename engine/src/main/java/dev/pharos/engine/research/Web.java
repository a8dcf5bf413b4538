package dev.pharos.engine.research;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// The ability to search the web and to read a page of it. Opens no socket before it is asked to.
/// Any thread.
public interface Web {

    /// Asks the service for pages about some words. Blocks until it has answered.
    ///
    /// @param language ISO 639-1, or `und` for any
    /// @return as it orders them
    /// @throws ProblemException `ResearchNotAllowed`, `ResearchFailed`
    /// @throws java.util.concurrent.CancellationException if cancelled, within a moment
    List<Result> search(SearchService service, String words, String language, Progress progress)
            throws ProblemException;

    /// Whether the service is on this machine; asks no name server.
    boolean local(SearchService service);

    /// Reads a page of the open web into a file. Refuses addresses inside of private networks, by
    /// whatever name, and what is no text.
    ///
    /// @param file is written, and replaced where it exists
    /// @throws UnusableException why it could not be had
    /// @throws java.util.concurrent.CancellationException if cancelled, within a moment
    Page fetch(URI address, Path file, Progress progress) throws UnusableException;

    /// What a search service tells of a page.
    ///
    /// @param excerpt plain text; may be empty
    /// @param published where it knows
    record Result(String title, URI address, String excerpt, @Nullable LocalDate published) {}

    /// A page that was read.
    ///
    /// @param address where it came from in the end
    /// @param mediaType as its server says, such as `text/html`
    record Page(URI address, String mediaType) {}
}
