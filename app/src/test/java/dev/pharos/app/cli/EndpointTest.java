package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pharos.app.cli.Program.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What docs/cli.md promises of `pharos endpoint`.
final class EndpointTest {
    private static final String LOCAL = "http://127.0.0.1:11434/v1";
    private static final String REMOTE = "https://api.example.com/v1";

    @TempDir Path home;

    private Outcome run(String line) {
        return new Program(home).run(line.split(" "));
    }

    private Outcome withKey(String key, String line) {
        return new Program(home).run(Map.of("PHAROS_CHAT_KEY", key), line.split(" "));
    }

    private JsonNode shown(String options) {
        return run("endpoint show --json" + options).json();
    }

    private Path settings() {
        return home.resolve("config/pharos/settings.json");
    }

    /// Files below the test's folder that hold this, by their names.
    private List<String> holding(String secret) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, secret))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEndpointIsKeptUntilItIsClearedAndItsKeyIsNeverShown() {
        var set = withKey("very-secret", "endpoint set --url " + LOCAL + " --model qwen");
        var shown = run("endpoint --json");
        var kept = holding("very-secret");
        run("endpoint clear");
        var cleared = run("endpoint --json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, set.code()),
                () ->
                        assertTrue(
                                shown.out()
                                        .startsWith(
                                                "{\"url\":\"http://127.0.0.1:11434/v1\",\"model\":\"qwen\",\"keyStored\":true,\"remoteAllowed\":false,")),
                () -> assertEquals(List.of("secrets.json"), kept),
                () ->
                        assertTrue(
                                cleared.out()
                                        .startsWith(
                                                "{\"url\":null,\"model\":null,\"keyStored\":false,\"remoteAllowed\":false,")),
                () -> assertEquals(List.of(), holding("very-secret")));
    }

    @Test
    void theEndpointOfAnOlderVersionIsTakenOverAndItsKeyLeavesTheSettings() throws IOException {
        Files.createDirectories(settings().getParent());
        Files.writeString(
                settings(),
                """
                {"other": 1, "chat": {"baseUrl": "%s", "model": "m", "apiKey": "old-secret",
                 "remoteAllowed": true, "unknown": 2}}\
                """
                        .formatted(REMOTE));
        var before = shown("");
        var text = Files.readString(settings());
        assertAll(
                () ->
                        assertEquals(
                                "{\"url\":\"https://api.example.com/v1\",\"model\":\"m\",\"keyStored\":true,\"remoteAllowed\":true,\"name\":\"default\",\"active\":true,\"local\":false,\"contextTokens\":0,\"patienceSeconds\":180}",
                                before.toString()),
                () -> assertEquals(before, shown("")),
                () -> assertEquals(List.of("secrets.json"), holding("old-secret")),
                () -> assertTrue(text.contains("\"other\"") && text.contains("\"unknown\"")));
    }

    @Test
    void anotherAddressHasNeitherThePermissionNorTheKeyOfTheFirst() {
        withKey("k", "endpoint set --url " + REMOTE + " --model m --allow-remote");
        var first = shown("");
        run("endpoint set --url https://other.example.com/v1");
        var moved = shown("");
        assertAll(
                () -> assertTrue(first.get("remoteAllowed").asBoolean()),
                () -> assertTrue(first.get("keyStored").asBoolean()),
                () -> assertEquals("m", moved.get("model").asText()),
                () -> assertFalse(moved.get("remoteAllowed").asBoolean()),
                () -> assertFalse(moved.get("keyStored").asBoolean()));
    }

    @Test
    void allowingSaysWhatWillBeSentAndForbiddingTakesItBack() {
        run("endpoint set --name work --url http://chat.example.com/v1 --model m");
        var allowed = run("endpoint allow --name work");
        var during = shown(" --name work");
        run("endpoint forbid --name work");
        assertAll(
                () ->
                        assertEquals(
                                "work: from now on each question, the passages of your library that are found for it, and the access key are sent to http://chat.example.com/v1. This address is not encrypted: whoever is on the way can read all of it. pharos endpoint forbid takes that back.",
                                allowed.err().strip()),
                () -> assertTrue(during.get("remoteAllowed").asBoolean()),
                () -> assertFalse(shown(" --name work").get("remoteAllowed").asBoolean()));
    }

    @Test
    void oneOfSeveralProfilesWritesTheAnswers() {
        run("endpoint set --url " + LOCAL + " --model a");
        run("endpoint set --name other --url " + LOCAL + " --model b --context 8192");
        var first = shown("").get("name").asText();
        run("endpoint use --name other");
        var second = shown("");
        run("endpoint remove --name other");
        assertAll(
                () -> assertEquals("default", first),
                () -> assertEquals("other", second.get("name").asText()),
                () -> assertEquals(8192, second.get("contextTokens").asInt()),
                () -> assertTrue(shown("").get("url").isNull()),
                () ->
                        assertEquals(
                                List.of("default"),
                                run("endpoint list --json").jsonLines().stream()
                                        .map(line -> line.get("name").asText())
                                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://user:pass@127.0.0.1/v1",
                "http://127.0.0.1/v1?key=abc"
            })
    void anAddressThatCannotBeKeptIsRefused(String address) {
        assertEquals(2, run("endpoint set --name x --model m --url " + address).code());
        assertFalse(Files.exists(settings()));
    }

    @Test
    void aRemoteEndpointIsNotSaidToAnswerBeforeItMay() {
        run("endpoint set --name far --model m --url " + REMOTE);
        var used = run("endpoint use --name far");
        assertTrue(used.err().contains("endpoint allow --name far"), used.err());
    }

    @Test
    void anotherAddressIsSaidToTakeBackWhatWasAgreedTo() {
        run("endpoint set --name far --model m --allow-remote --url " + REMOTE);
        var moved = run("endpoint set --name far --url https://other.example/v1");
        assertTrue(moved.err().contains("does not count"), moved.err());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean listing = exchange.getRequestURI().getPath().equals("/v1/models");
        String body =
                listing
                        ? "{\"object\":\"list\",\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"
                        : """
                        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"ready"},"finish_reason":"stop"}]}

                        data: [DONE]

                        """;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", listing ? "application/json" : "text/event-stream");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void anEndpointIsTriedAndToldWhatItOffers() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", EndpointTest::answer);
        server.start();
        try {
            var url = "http://localhost:" + server.getAddress().getPort() + "/v1";
            run("endpoint set --url " + url + " --model a");
            var models = run("endpoint models --json").json();
            var test = run("endpoint test --json").json();
            run("endpoint remove");
            var offered = run("endpoint models --json --url " + url).json();
            assertAll(
                    () -> assertEquals("[\"a\",\"b\"]", models.get("models").toString()),
                    () -> assertEquals(models.get("models"), offered.get("models")),
                    () ->
                            assertEquals(
                                    List.of(
                                            "name",
                                            "url",
                                            "model",
                                            "reply",
                                            "firstWordMs",
                                            "totalMs"),
                                    Program.names(test)),
                    () -> assertEquals("ready", test.get("reply").asText()));
        } finally {
            server.stop(0);
        }
    }
}
