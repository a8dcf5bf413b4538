package dev.pharos.engine.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is made of search results and pages, with a web of its own.
class ResearcherTest {
    private static final SearchService SERVICE =
            new SearchService(SearchService.Kind.SEARXNG, "http://127.0.0.1:1", false);
    private static final String LENSES =
            "Augustin Fresnel made lenses of many thin rings of glass, so that the lamp of a"
                    + " lighthouse could be seen from twenty miles.";
    private static final String COOKING =
            "Boil the potatoes in salted water for twenty minutes, then drain and mash them with"
                    + " butter and a little warm milk.";

    private final Map<URI, String> pages = new LinkedHashMap<>();
    private final List<String> searched = new ArrayList<>();
    private final List<URI> fetched = new ArrayList<>();
    private final Researcher researcher = new Researcher(new Scripted(), new PlainText());

    private final class Scripted implements Web {
        @Override
        public List<Result> search(
                SearchService service, String words, String language, Progress progress) {
            searched.add(words);
            return pages.keySet().stream()
                    .map(address -> new Result("Lenses", address, LENSES, null))
                    .toList();
        }

        @Override
        public boolean local(SearchService service) {
            return true;
        }

        @Override
        public Page fetch(URI address, Path file, Progress progress) throws UnusableException {
            fetched.add(address);
            if ("10.0.0.1".equals(address.getHost())) {
                throw new UnusableException(Kind.OUT_OF_REACH, "10.0.0.1");
            }
            String text = pages.getOrDefault(address, "");
            if (text.isEmpty()) {
                throw new UnusableException(Kind.NOT_THERE, "HTTP 404");
            }
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Page(address, "text/plain");
        }
    }

    private void page(String address, String text) {
        pages.put(URI.create(address), text);
    }

    private List<Finding> findings(String... words) throws Exception {
        var inquiry = new Researcher.Inquiry(List.of(words), LENSES, "en");
        return researcher.findings(SERVICE, inquiry, new HashingEmbedder(), Progress.NONE);
    }

    private static List<String> addresses(List<Finding> findings) {
        return findings.stream().map(Finding::address).toList();
    }

    @Test
    void theParagraphThatComesNearestIsToldAndAPageOfSomethingElseIsNot() throws Exception {
        page("https://a.example/cooking", COOKING);
        page("https://a.example/lenses", COOKING + "\n\n" + LENSES);
        var findings = findings("fresnel lenses");
        assertEquals(List.of("https://a.example/lenses"), addresses(findings));
        assertEquals(LENSES, findings.getFirst().excerpt());
    }

    @Test
    void onePageByTwoAddressesIsReadOnce() throws Exception {
        page("https://www.a.example/lenses?utm_source=x&id=1", LENSES);
        page("https://a.example/lenses/?id=1#top", LENSES);
        assertEquals(1, findings("fresnel", "lenses").size());
        assertEquals(1, fetched.size());
        assertEquals(List.of("fresnel", "lenses"), searched);
    }

    @Test
    void almostTheSameTextOnTwoPagesIsToldOnce() throws Exception {
        page("https://a.example/1", LENSES + "\n\n" + COOKING);
        page("https://b.example/2", LENSES + "\n\n" + COOKING + " Serve hot.");
        assertEquals(1, findings("fresnel").size());
        assertEquals(2, fetched.size());
    }

    @Test
    void whatIsOutOfReachIsNotTold() throws Exception {
        page("http://10.0.0.1/router", LENSES);
        page("https://a.example/lenses", LENSES);
        assertEquals(List.of("https://a.example/lenses"), addresses(findings("fresnel")));
    }

    @Test
    void aPageThatCannotBeReadIsToldWithWhatTheServiceSaysOfIt() throws Exception {
        page("https://a.example/gone", "");
        var finding = findings("fresnel").getFirst();
        assertEquals(
                new Finding(
                        "Lenses",
                        "https://a.example/gone",
                        Finding.Type.PAGE,
                        LENSES,
                        finding.relevance(),
                        false,
                        null),
                finding);
        assertTrue(finding.relevance() > 0.3 && finding.relevance() < 1, finding::toString);
    }

    @Test
    void onlyWhatTellsWhereAVisitorCameFromIsLeftOutOfAnAddress() {
        assertEquals(
                "a.example/page?id=1&pref=2&my_utm_x=3",
                Researcher.canonical(
                        URI.create(
                                "https://www.a.example/page/?utm_source=x&id=1&pref=2&my_utm_x=3")));
    }
}
