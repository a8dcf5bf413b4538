package dev.pharos.ui.model;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.work.Progress;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// A web of two pages. What is not on this machine is asked only where that is allowed.
public final class MemoryWeb implements Web {
    @Override
    public List<Result> search(
            SearchService service, String words, String language, Progress progress)
            throws ProblemException {
        if (!local(service) && !service.remoteAllowed()) {
            throw new ProblemException(new Problem.ResearchNotAllowed(service.address()));
        }
        return List.of(
                new Result(
                        "Cordouan", URI.create("https://example.org/cordouan"), "A light.", null),
                new Result("Fresnel", URI.create("https://example.org/fresnel"), "A lens.", null));
    }

    @Override
    public boolean local(SearchService service) {
        return service.address().contains("127.0.0.1");
    }

    @Override
    public Page fetch(URI address, Path file, Progress progress) throws UnusableException {
        throw new UnsupportedOperationException("nothing reads pages here");
    }
}
