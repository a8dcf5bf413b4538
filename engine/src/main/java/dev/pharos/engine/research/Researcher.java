package dev.pharos.engine.research;

import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.graph.Shingles;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.research.Web.Page;
import dev.pharos.engine.research.Web.Result;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks up what a text is about: asks the search service, reads the pages that come nearest in
/// meaning, and tells which words on them do. The same page by two addresses, or almost the same
/// text on two, is told once. Safe for use by several threads.
public final class Researcher {
    private static final Logger LOG = LoggerFactory.getLogger(Researcher.class);

    private static final int QUERIES = 3;
    private static final int READ = 8;
    private static final int KEPT = 5;
    private static final int PARAGRAPHS = 60;
    private static final int SHORTEST = 80;
    private static final int LONGEST = 600;

    /// After that no page is begun.
    private static final Duration READING = Duration.ofSeconds(30);

    /// Less has nothing to do with what is asked about; with the bundled model, unrelated texts
    /// hardly reach it.
    private static final double RELEVANT = 0.3;

    private static final double ALMOST_THE_SAME = 0.6;

    /// Tells where a visitor came from and nothing about the page.
    private static final Pattern TRACKING =
            Pattern.compile("(?i)(?<![^&])(?:utm_\\w+|fbclid|gclid|mc_cid|mc_eid|ref_src)=[^&]*&?");

    private final Web web;
    private final Extractor extractor;

    /// What is looked up.
    ///
    /// @param words each sent to the service as one search; the first three
    /// @param about never sent: what the pages are compared with
    /// @param language ISO 639-1, or `und`
    public record Inquiry(List<String> words, String about, String language) {
        public Inquiry {
            words = List.copyOf(words);
        }
    }

    private record Judged(Finding finding, long[] sketch) {}

    public Researcher(Web web, Extractor extractor) {
        this.web = web;
        this.extractor = extractor;
    }

    /// Blocks until all is read; a page that cannot be had is told with what the service says of
    /// it. Progress counts pages.
    ///
    /// @param embedder judges what is near
    /// @return the nearest first, five at most
    /// @throws ProblemException `ResearchNotAllowed`, `ResearchFailed`; `DiskFull`
    public List<Finding> findings(
            SearchService service, Inquiry inquiry, Embedder embedder, Progress progress)
            throws ProblemException {
        var results = results(service, inquiry, progress);
        if (results.isEmpty()) {
            return List.of();
        }
        float[] about = embedder.embed(List.of(inquiry.about())).getFirst();
        var nearest = nearest(results, about, embedder);
        var judged = new ArrayList<Judged>();
        long begin = System.nanoTime();
        Path folder = temporary();
        try {
            for (int i = 0; i < nearest.size(); i++) {
                progress.checkpoint();
                progress.report(i, nearest.size());
                boolean late = System.nanoTime() - begin > READING.toNanos();
                var one =
                        late
                                ? unread(nearest.get(i), about, embedder)
                                : judged(
                                        nearest.get(i),
                                        folder.resolve("page"),
                                        about,
                                        embedder,
                                        progress);
                if (one != null) {
                    judged.add(one);
                }
            }
        } finally {
            forget(folder);
        }
        progress.report(nearest.size(), nearest.size());
        return distinct(judged);
    }

    private List<Result> results(SearchService service, Inquiry inquiry, Progress progress)
            throws ProblemException {
        Map<String, Result> results = new LinkedHashMap<>();
        for (String words : inquiry.words().stream().limit(QUERIES).toList()) {
            progress.checkpoint();
            for (var result : web.search(service, words, inquiry.language(), progress)) {
                results.putIfAbsent(canonical(result.address()), result);
            }
        }
        return List.copyOf(results.values());
    }

    /// The same for all addresses that lead to one page as a rule.
    static String canonical(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(address.getRawPath()).orElse("").replaceFirst("/+$", "");
        String query =
                TRACKING.matcher(Optional.ofNullable(address.getRawQuery()).orElse(""))
                        .replaceAll("")
                        .replaceFirst("&$", "");
        return host.replaceFirst("^(?:www|m)\\.", "") + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<Result> nearest(List<Result> results, float[] about, Embedder embedder)
            throws ProblemException {
        var vectors = embedder.embed(results.stream().map(Researcher::told).toList());
        Map<Result, Double> near = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            near.put(results.get(i), dot(about, vectors.get(i)));
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.<Result, Double>comparingByValue().reversed())
                .limit(READ)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String told(Result result) {
        return result.title() + ". " + result.excerpt();
    }

    /// @return null for what lies in a network of its own, which no search of the web tells
    ///   honestly
    private @Nullable Judged judged(
            Result result, Path file, float[] about, Embedder embedder, Progress progress)
            throws ProblemException {
        try {
            var page = web.fetch(result.address(), file, progress);
            var document = extractor.extract(file, Path.of(name(page)));
            var best = best(document, about, embedder);
            if (best != null) {
                return judged(result, page, document, best);
            }
        } catch (UnusableException e) {
            if (e.detail().kind() == Kind.OUT_OF_REACH) {
                LOG.info("{} is out of reach", result.address().getHost());
                return null;
            }
            LOG.info("{} was not read: {}", result.address().getHost(), e.detail());
        } catch (ProblemException e) {
            LOG.info("{} was not read: {}", result.address().getHost(), e.problem());
        }
        return unread(result, about, embedder);
    }

    private static Judged unread(Result result, float[] about, Embedder embedder)
            throws ProblemException {
        double near = dot(about, embedder.embed(List.of(told(result))).getFirst());
        var finding =
                new Finding(
                        result.title(),
                        result.address().toString(),
                        Finding.Type.PAGE,
                        result.excerpt(),
                        share(near),
                        false,
                        result.published());
        return new Judged(finding, Shingles.sketchOf(result.excerpt()));
    }

    private static Judged judged(Result result, Page page, Document document, Best best) {
        var finding =
                new Finding(
                        document.title().equals(name(page)) || document.title().equals("page")
                                ? result.title()
                                : document.title(),
                        page.address().toString(),
                        type(document.mediaType()),
                        best.text(),
                        share(best.cosine()),
                        true,
                        result.published());
        return new Judged(finding, Shingles.sketchOf(document.text()));
    }

    private static Finding.Type type(String mediaType) {
        return mediaType.equals("application/pdf")
                ? Finding.Type.PDF
                : mediaType.startsWith("text/plain") ? Finding.Type.TEXT : Finding.Type.PAGE;
    }

    /// A name by which the reader knows what to expect.
    private static String name(Page page) {
        return switch (page.mediaType()) {
            case "application/pdf" -> "page.pdf";
            case "text/plain" -> "page.txt";
            default -> "page.html";
        };
    }

    private record Best(String text, double cosine) {}

    /// The paragraph that comes nearest, or null where there is none.
    private static @Nullable Best best(Document document, float[] about, Embedder embedder)
            throws ProblemException {
        var paragraphs =
                document.blocks().stream()
                        .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                        .map(block -> document.text().substring(block.start(), block.end()))
                        .filter(text -> text.length() >= SHORTEST)
                        .limit(PARAGRAPHS)
                        .map(text ->
                                text.length() <= LONGEST ? text : Beginning.of(text, LONGEST) + "…")
                        .toList();
        var vectors = embedder.embed(paragraphs);
        Best best = null;
        for (int i = 0; i < paragraphs.size(); i++) {
            double near = dot(about, vectors.get(i));
            if (best == null || near > best.cosine()) {
                best = new Best(paragraphs.get(i).replaceAll("\\s+", " "), near);
            }
        }
        return best;
    }

    private static List<Finding> distinct(List<Judged> judged) {
        var ordered =
                judged.stream()
                        .filter(each -> each.finding().relevance() >= RELEVANT)
                        .sorted(
                                Comparator.comparing((Judged each) -> each.finding().relevance())
                                        .reversed())
                        .toList();
        var kept = new ArrayList<Judged>();
        for (var each : ordered) {
            boolean news =
                    kept.stream()
                            .noneMatch(other ->
                                    other.finding().address().equals(each.finding().address())
                                            || Shingles.resemblance(other.sketch(), each.sketch())
                                                    > ALMOST_THE_SAME);
            if (news && kept.size() < KEPT) {
                kept.add(each);
            }
        }
        return kept.stream().map(Judged::finding).toList();
    }

    private static Path temporary() throws ProblemException {
        try {
            return Files.createTempDirectory("pharos-research");
        } catch (IOException e) {
            var folder = Path.of(System.getProperty("java.io.tmpdir"));
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    private static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("page"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("left behind: {}", folder, e);
        }
    }

    private static double share(double cosine) {
        return Math.clamp(cosine, 0, 1);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
