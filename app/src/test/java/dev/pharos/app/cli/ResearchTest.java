package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import dev.pharos.app.cli.Program.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What docs/cli.md promises of `pharos research`.
final class ResearchTest {
    @TempDir Path home;

    private Outcome run(String line) {
        return new Program(home).run(line.split(" "));
    }

    @Test
    void nothingIsLookedUpUntilAServiceIsChosen() {
        var test = run("research test fresnel lens");
        var shown = run("research --json").json();
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, test.code()),
                () -> assertTrue(test.err().contains("No search service is chosen"), test.err()),
                () -> assertTrue(shown.get("service").isNull()));
    }

    @Test
    void anotherAddressTakesBackWhatWasAgreedToAndTheKey() {
        new Program(home)
                .run(
                        Map.of("PHAROS_RESEARCH_KEY", "very-secret"),
                        "research set --service brave --allow-remote".split(" "));
        var before = run("research --json").json();
        run("research set --url https://search.example.com/web");
        var after = run("research --json").json();
        assertAll(
                () -> assertTrue(before.get("keyStored").asBoolean()),
                () -> assertTrue(before.get("remoteAllowed").asBoolean()),
                () -> assertEquals("brave", after.get("service").asText()),
                () -> assertEquals("https://search.example.com/web", after.get("url").asText()),
                () -> assertEquals(false, after.get("keyStored").asBoolean()),
                () -> assertEquals(false, after.get("remoteAllowed").asBoolean()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "research set",
                "research set --service searxng",
                "research set --service google",
                "research set --service searxng --url nowhere",
                "research set --service searxng --url http://me:secret@localhost/",
                "research allow --url http://localhost",
                "research test",
                "research show words",
                "research find words"
            })
    void wrongUsageSaysWhatToDo(String line) {
        var wrong = run(line);
        assertEquals(ExitCode.WRONG_USAGE, wrong.code());
        assertTrue(wrong.err().contains("Usage") || wrong.err().contains("research"), wrong.err());
    }

    /// A page inside of the own network is none of the web's: it is neither read nor told.
    @Test
    void onlyWhatLiesOutsideOfTheNetworkIsTold() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/",
                exchange -> {
                    boolean search = exchange.getRequestURI().getPath().equals("/search");
                    byte[] body =
                            (search
                                            ? """
                                            {"results":[
                                            {"title":"Inside","url":"%s/page","content":"A Fresnel lens is here."},
                                            {"title":"Fresnel lens","url":"https://optics.invalid/",
                                             "content":"A Fresnel lens is made of rings."}]}\
                                            """
                                                    .formatted(base)
                                            : "<p>secret</p>")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            run("research set --service searxng --url " + base);
            var found = run("research test fresnel lens --json").json();
            assertAll(
                    () -> assertEquals("Fresnel lens", found.get("title").asText()),
                    () ->
                            assertEquals(
                                    "A Fresnel lens is made of rings.",
                                    found.get("excerpt").asText()),
                    () -> assertEquals(false, found.get("read").asBoolean()));
        } finally {
            server.stop(0);
        }
    }
}
