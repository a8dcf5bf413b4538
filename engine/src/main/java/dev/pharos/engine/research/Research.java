package dev.pharos.engine.research;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Researcher.Inquiry;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.Optional;

/// Gives what looks things up with the search service that is set now, or nothing while research is
/// off.
@FunctionalInterface
public interface Research {
    Research OFF = Optional::empty;

    Optional<Lookup> current() throws ProblemException;

    /// A researcher and the service that it asks.
    record Lookup(Researcher researcher, SearchService service) {

        /// As [Researcher#findings].
        public List<Finding> findings(Inquiry inquiry, Embedder embedder, Progress progress)
                throws ProblemException {
            return researcher.findings(service, inquiry, embedder, progress);
        }
    }
}
