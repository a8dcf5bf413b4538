package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.document.SharedData;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where citations lead, over every document that is shared for tests and a talk: questions are
/// made of sentences drawn from each, and whatever is cited in the answers must stand where the
/// citation says, by what other readers than ours find on that page.
final class CitationsTest extends RecordingsFixture {
    private static final int QUESTIONS_EACH = 16;
    private static final int SHORTEST = 12;
    private static final long SEED = 20_261_122;

    /// Files that the other reader reads otherwise, each looked at, with the reason.
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "51519.xlsx", "it leaves out how Japanese words are read",
                    "habibi.pdf", "it has the letters of Arabic words backwards",
                    "right_to_left_02.pdf", "it joins stretched Arabic letters in other places");

    private final SpeechScript talk = new SpeechScript();
    private final Map<SourceId, PrintedPages> printed = new HashMap<>();

    @Override
    Abilities deaf() {
        return new Abilities(new Readers(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    /// The real readers; the scripted talk, which is written in letters, is none of theirs.
    private static final class Readers implements Extractor {
        private final Extractor real = new DirectExtractor();

        @Override
        public Document extract(Path file, Path name) throws ProblemException {
            if (name.toString().endsWith("mp3")) {
                throw new ProblemException(new Problem.UnsupportedFormat(name, "audio/mpeg"));
            }
            return real.extract(file, name);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /// A citation, and what is wrong with it.
    private record Wrong(String question, Citation citation, String why) {}

    @Test
    void whatIsCitedStandsThereAlsoAfterARebuildAndAnotherImport() throws Exception {
        var documents = SharedData.folder("documents").resolve("files");
        var copies = copies(documents);
        importAll(copies);
        var questions = questions();
        var answers = answers(questions);
        var cited = answers.values().stream().flatMap(each -> each.citations().stream()).toList();
        var sources = cited.stream().map(Citation::source).distinct().count();
        System.out.printf(
                "%d questions, %d citations of %d sources%n",
                questions.size(), cited.size(), sources);
        assertTrue(cited.size() > 150 && sources > 25, "too few to prove anything");
        assertTrue(cited.stream().anyMatch(each -> each.place().startMs() != null));
        assertEquals(List.of(), wrong(answers));

        rebuildIndex();
        assertEquals(citations(answers), citations(answers(questions)));

        assertEquals(Status.UNCHANGED, importAll(copies).get("dmca.pdf"));
        assertEquals(citations(answers), citations(answers(questions)));

        pushDown(copies);
        var statuses = importAll(copies);
        assertEquals(Status.UPDATED, statuses.get("fake-text-utf-16-be.txt"));
        assertEquals(List.of(), wrong(answers(questions)));
        assertEquals(List.of(), astray(answers));
    }

    /// What is wrong with answers that were kept since before their sources changed.
    private List<Wrong> astray(Map<String, Answer> kept) throws IOException {
        var wrong = new ArrayList<Wrong>();
        for (var each : kept.entrySet()) {
            for (var standing : library.talk().cited().of(each.getValue())) {
                var why =
                        standing.state() == Standing.State.THERE
                                ? fault(standing.citation())
                                : standing.state().toString();
                if (why != null) {
                    wrong.add(new Wrong(each.getKey(), standing.citation(), why));
                }
            }
        }
        return wrong;
    }

    private static Path copies(Path documents, Path to) throws IOException {
        try (var files = Files.list(documents)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private Path copies(Path documents) throws IOException {
        talk.say("The ferry to the island leaves at noon on Sunday.").silence(5_000);
        talk.say("We need thirty dollars to review our city.").silence(700);
        talk.say("The keeper of the lighthouse trims the lamps every evening.").silence(12_000);
        talk.say("Bring warm bread from the bakery of the harbour.");
        talk.write(files.resolve("talk.mp3"));
        return copies(documents, files);
    }

    private Map<String, Status> importAll(Path folder) throws ProblemException {
        var statuses = importFiles(folder);
        work();
        return statuses;
    }

    /// Other text before all that stood in the plain files, so that every offset moves.
    private static void pushDown(Path folder) throws IOException {
        var file = folder.resolve("fake-text-utf-16-be.txt");
        var text = Files.readString(file, StandardCharsets.UTF_16);
        Files.writeString(
                file, "A paragraph that was not there before.\n\n" + text, StandardCharsets.UTF_16);
    }

    private void rebuildIndex() throws Exception {
        library.close();
        delete(temp.resolve("library").resolve("index"));
        library = open(Access.WRITE);
        library.meaning().await(Progress.NONE);
    }

    /// The first two thirds of a sentence each: one that says nothing beyond the question would
    /// answer nothing.
    private List<String> questions() {
        var random = new Random(SEED);
        System.out.println("seed " + SEED);
        var byName = new TreeMap<String, Document>();
        library.sources()
                .all()
                .forEach(source -> byName.put(name(source.id()), document(source.id())));
        var questions = new ArrayList<String>();
        for (var document : byName.values()) {
            String text = document.text();
            var sentences = Sentences.in(text, 0, text.length(), document.language());
            for (int i = 0; i < QUESTIONS_EACH && !sentences.isEmpty(); i++) {
                var sentence = sentences.get(random.nextInt(sentences.size())).of(text);
                var words = sentence.split("[^\\p{L}\\p{N}]+");
                var asked = List.of(words).subList(0, Math.min(30, words.length * 2 / 3));
                questions.add(String.join(" ", asked).strip());
            }
        }
        questions.removeIf(question -> question.length() < SHORTEST);
        return questions;
    }

    private Map<String, Answer> answers(List<String> questions) throws ProblemException {
        var answers = new TreeMap<String, Answer>();
        for (String question : questions) {
            answers.put(question, library.answerer().answer(question, _ -> {}, Progress.NONE));
        }
        return answers;
    }

    private static Map<String, List<Citation>> citations(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue().citations(),
                                (a, _) -> a,
                                TreeMap::new));
    }

    private List<Wrong> wrong(Map<String, Answer> answers) throws Exception {
        printed.clear();
        var wrong = new ArrayList<Wrong>();
        for (var each : answers.entrySet()) {
            for (var citation : each.getValue().citations()) {
                var why = fault(citation);
                if (why != null) {
                    wrong.add(new Wrong(each.getKey(), citation, why));
                }
            }
            for (var hit : each.getValue().nearest()) {
                var place = hit.passage().place();
                var text = document(hit.source().id()).text();
                assertEquals(
                        text.substring(place.startOffset(), place.endOffset()),
                        hit.passage().text());
            }
        }
        return wrong;
    }

    private Document document(SourceId id) {
        return library.sources().document(id).orElseThrow();
    }

    private @Nullable String fault(Citation citation) throws IOException {
        var document = document(citation.source());
        var place = citation.place();
        String there = document.text().substring(place.startOffset(), place.endOffset());
        if (!there.equals(citation.quote())) {
            return "other words stand there: " + there;
        }
        var pages = pages(citation.source());
        Integer page = place.page();
        if (pages.none() != (page == null)
                || page != null
                        && !pages.have(page, citation.quote())
                        && !OTHERWISE.containsKey(name(citation.source()))) {
            return "not on page " + page;
        }
        if (!Objects.equals(heading(document, place), place.heading())) {
            return "under another heading";
        }
        if (!Objects.equals(paragraph(document, place), place.paragraph())) {
            return "in paragraph " + paragraph(document, place);
        }
        return document.kind() == SourceKind.RECORDING ? unheard(citation) : null;
    }

    private PrintedPages pages(SourceId id) throws IOException {
        var known = printed.get(id);
        if (known == null) {
            known = PrintedPages.of(files.resolve(name(id)));
            printed.put(id, known);
        }
        return known;
    }

    private String name(SourceId id) {
        return library.sources().find(id).orElseThrow().path().getFileName().toString();
    }

    /// The nearest heading of each level above, as a reader finds them going up.
    private static @Nullable String heading(Document document, Place place) {
        var above = new ArrayList<String>();
        int level = Integer.MAX_VALUE;
        for (var block : document.blocks().reversed()) {
            if (block.kind() == Block.Kind.HEADING
                    && block.start() <= place.startOffset()
                    && block.level() < level) {
                above.addFirst(document.text().substring(block.start(), block.end()).strip());
                level = block.level();
            }
        }
        return above.isEmpty() ? null : String.join(Place.HEADING_SEPARATOR, above);
    }

    /// That of a quote which begins with a heading is the first one below it.
    private static Integer paragraph(Document document, Place place) {
        int paragraph = 0;
        boolean below = false;
        for (var block : document.blocks()) {
            if (block.start() > place.startOffset() && !below) {
                break;
            }
            boolean heading = block.kind() == Block.Kind.HEADING;
            paragraph += heading ? 0 : 1;
            below = heading && (below || block.start() == place.startOffset());
        }
        return paragraph;
    }

    /// What was said between the two times must be the quote, word for word.
    private @Nullable String unheard(Citation citation) {
        var place = citation.place();
        Long from = place.startMs();
        Long to = place.endMs();
        if (from == null || to == null) {
            return "no time";
        }
        var heard =
                talk.words().stream()
                        .filter(word -> word.startMs() >= from && word.endMs() <= to)
                        .map(Word::text)
                        .collect(Collectors.joining(" "));
        return heard.equals(citation.quote()) ? null : "heard there: " + heard;
    }
}
