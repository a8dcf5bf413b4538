package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the command line refuses, and how it says so. There is a library with one note.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {
    private final Program program;
    private final Path home;

    RefusalsTest(@TempDir Path home) throws IOException {
        this.home = home;
        program = new Program(home);
        var note = Files.writeString(home.resolve("note.txt"), "A light is shown at night.");
        assertEquals(ExitCode.DONE, program.run("import", note.toString()).code());
    }

    @Test
    void aCountThatIsNoNumberIsToldSo() {
        assertEquals(
                "-k takes a number from 1 up; abc is none.",
                program.run("search", "-k", "abc", "light")
                        .err()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serch",
                "search",
                "search --fast light",
                "search -k 0 light",
                "search --mode loud light",
                "search --queries q.tsv",
                "import",
                "show",
                "ask",
                "ask --endpoint http://127.0.0.1:1 why",
                "eval",
                "endpoint set",
                "embedder dance",
                "embedder change",
                "embedder show all-MiniLM-L6-v2/int8",
                "embedder stop --wait",
                "transcribe",
                "transcribe --format loud a.wav",
                "transcribe --threads -1 a.wav",
                "transcribe --format srt a.wav b.wav",
                "transcribe --format docx a.wav",
                "record --seconds 0",
                "record --out talk.mp3",
                "transcribe --language klingon a.wav",
                "help dance",
                "jobs pause",
                "tags rename sea",
                "tags colour sea blue",
                "tags paint sea",
                "collections save Ships",
                "collections show",
                "highlights export",
                "highlights add --colour red 0b1c light",
                "jobs pause first",
                "jobs dance 1",
                "jobs move 1 after 2",
                "import --wait --no-wait a.txt",
                "endpoint dance",
                "endpoint set --url http://127.0.0.1:1/v1",
                "endpoint use",
                "endpoint show --model m",
                "endpoint set --name built-in --url http://127.0.0.1:1/v1",
                "endpoint set --url http://127.0.0.1:1/v1 --model m --patience 0",
                "endpoint set --url http://127.0.0.1:1/v1 --model m --ask-key",
            })
    void wrongUsageIsToldInOneSentenceAndALinkToHelp(String line) {
        var outcome = program.run(line.split(" "));
        assertAll(
                () -> assertEquals(ExitCode.WRONG_USAGE, outcome.code()),
                () -> assertEquals("", outcome.out()),
                () -> assertEquals(2, outcome.err().lines().count(), outcome.err()),
                () -> assertTrue(outcome.err().contains("--help"), outcome.err()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show ffff0000 | No single source has the id ffff0000; pharos list shows the ids, and pharos import brings a file in.",
                "--library nowhere list | There is no library in ",
                "import nothing-here.txt | nothing-here.txt: there is no such file or folder",
                "transcribe --model demo nothing-here.wav | nothing-here.wav: there is no such file or folder",
                "jobs cancel 99 | There is no job 99; pharos jobs shows them.",
                "embedder change nowhere | There is no model embedding/nowhere on the shelf",
                "embedder undo | There is nothing to undo",
                "--library nowhere embedder stop | There is no library in ",
                "search --queries none.tsv --run out | none.tsv: there is no such file or folder",
                "ask --endpoint http://example.org/v1 --model m why | The endpoint http://example.org/v1 is not on this machine;",
                "ask --endpoint http://127.0.0.1:1/v1 --model m why light | The endpoint http://127.0.0.1:1/v1 failed: Nothing answers at this address.",
                "endpoint test | No profile is set up yet;",
                "endpoint models --name x | There is no profile x; pharos endpoint list shows them.",
                "search kind:xyz | kind:xyz; kind: takes one of pdf, document, presentation, spreadsheet, book, webpage, note, text, mail, recording.",
                "search after:notadate | after:notadate; a date is written as 2024, 2024-05 or 2024-05-31.",
            })
    void aProblemIsOneSentenceThatSaysWhatToDo(String line, String sentence) {
        var outcome = program.run(line.split(" "));
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertEquals("", outcome.out()),
                () -> assertEquals(1, outcome.err().lines().count(), outcome.err()),
                () -> assertTrue(outcome.err().contains(sentence), outcome.err()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "search light", "search --json light", "--help"})
    void resultsThatCannotBeWrittenAreNoSuccess(String line) throws Exception {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no device that is always full");

        var outcome = program.runInto(full, line.split(" "));

        assertEquals(ExitCode.PROBLEM, outcome.code());
        assertEquals(
                "Standard output cannot be written, so the results are not complete.",
                outcome.err().strip());
    }

    @Test
    void aRunIsNotBegunWhereItCannotBeWritten() throws IOException {
        var queries = Files.writeString(home.resolve("one.tsv"), "q1\tlight\n");
        var outcome =
                program.run(
                        "search",
                        "--queries",
                        queries.toString(),
                        "--run",
                        home.resolve("no/such/folder/out").toString());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertTrue(outcome.err().startsWith("The run cannot be written")));
    }

    @Test
    void aFileOfQueriesWithoutTabsIsNotTakenForOne() throws IOException {
        var queries = Files.writeString(home.resolve("bad.tsv"), "just words\n");
        var outcome =
                program.run(
                        "search",
                        "--queries",
                        queries.toString(),
                        "--run",
                        home.resolve("out").toString());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () ->
                        assertTrue(
                                outcome.err()
                                        .contains("not an id, a tab and a query: just words")));
    }
}
