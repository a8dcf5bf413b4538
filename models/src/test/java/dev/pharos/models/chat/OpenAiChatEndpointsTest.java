package dev.pharos.models.chat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.answer.LanguageModel.Role;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.chat.ScriptedServer.Script;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Profiles against a real server on loopback.
final class OpenAiChatEndpointsTest {
    private static final List<Message> QUESTION =
            List.of(new Message(Role.USER, "Whose lamp is it?"));

    private final List<ScriptedServer> servers = new ArrayList<>();
    private final OpenAiChatEndpoints endpoints =
            new OpenAiChatEndpoints(_ -> Optional.of("very-secret"));

    @AfterEach
    void closeServers() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    private ScriptedServer serving(Script script) throws IOException {
        var server = ScriptedServer.doing(script);
        servers.add(server);
        return server;
    }

    /// Does the first with the first request, and so on; the last with all that follow.
    private static Script inTurn(Script... scripts) {
        var next = new AtomicInteger();
        return out -> scripts[Math.min(next.getAndIncrement(), scripts.length - 1)].answer(out);
    }

    private static Script later(int status, String header) {
        return out ->
                ScriptedServer.write(
                        out,
                        "HTTP/1.1 "
                                + status
                                + " x\r\n"
                                + header
                                + "\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                                + "{\"error\":{\"message\":\"not now\"}}");
    }

    private static void cutAfterTheHead(OutputStream out) throws IOException {
        ScriptedServer.write(out, "HTTP/1.1 200 x\r\nContent-Type: text/event-stream\r\n");
        ScriptedServer.write(out, "Content-Length: 9999\r\n\r\n");
    }

    private static ChatProfile at(String address) {
        return ChatProfile.of("test", address, "lamp-7b");
    }

    private String reply(ScriptedServer server) throws ProblemException {
        try (var model = endpoints.open(at(server.address()))) {
            return model.reply(QUESTION, _ -> {}, Progress.NONE);
        }
    }

    private interface Call {
        Object run() throws ProblemException;
    }

    private static Problem problem(Call call) {
        return assertThrows(ProblemException.class, call::run).problem();
    }

    private static String reason(Call call) {
        return ((Problem.EndpointFailed) problem(call)).detail().toString();
    }

    @Test
    void theModelsAreNamedInTheServersOrder() throws Exception {
        var server =
                serving(
                        ScriptedServer.status(
                                200,
                                "{\"object\":\"list\",\"data\":[{\"id\":\"b\"},{\"id\":\"a\"}]}"));
        assertEquals(List.of("b", "a"), endpoints.models(at(server.address()), Progress.NONE));
        var head = server.requests.remove().head();
        assertTrue(head.startsWith("get /v1/models "), head);
        assertTrue(head.contains("authorization: bearer very-secret"), head);
    }

    @Test
    void aServerWithoutModelsOffersNone() throws Exception {
        var server = serving(ScriptedServer.status(200, "{\"object\":\"list\",\"data\":null}"));
        assertEquals(List.of(), endpoints.models(at(server.address()), Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>hello</html>",
                "{}",
                "[]",
                "{\"data\":5}",
                "{\"data\":[{\"name\":\"x\"}]}",
                ""
            })
    void aServerOfSomethingElseOffersNoModels(String body) throws Exception {
        var server = serving(ScriptedServer.status(200, body));
        String said = reason(() -> endpoints.models(at(server.address()), Progress.NONE));
        assertTrue(said.startsWith("NO_CHAT "), said);
    }

    @Test
    void aListOfModelsCanBeCancelled() throws Exception {
        var server = ScriptedServer.thenSilent(_ -> {});
        servers.add(server);
        var asked = new AtomicBoolean();
        var progress = cancelledOnce(() -> !server.requests.isEmpty(), asked);
        assertThrows(
                CancellationException.class,
                () -> endpoints.models(at(server.address()), progress));
        server.hungUp.await();
    }

    private interface Condition {
        boolean holds();
    }

    private static Progress cancelledOnce(Condition condition, AtomicBoolean asked) {
        return new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return asked.get() || condition.holds() && asked.getAndSet(true);
            }
        };
    }

    @Test
    void aTestGivesTheReplyAndItsTimes() throws Exception {
        var server = serving(ScriptedServer.replies(List.of("rea", "dy\n")));
        var trial = endpoints.test(at(server.address()), Progress.NONE);
        assertAll(
                () -> assertEquals("lamp-7b: ready", trial.model() + ": " + trial.reply()),
                () -> assertTrue(trial.firstWordMs() <= trial.totalMs(), trial::toString));
    }

    @Test
    void aTestAsksForLittleAndShowsNoThoughts() throws Exception {
        var server =
                serving(
                        ScriptedServer.replies(
                                List.of("<think>hm", "</think>", "ready"), "length"));
        assertEquals("ready…", endpoints.test(at(server.address()), Progress.NONE).reply());
        var asked = server.requests.remove().body();
        assertTrue(asked.contains("\"max_tokens\":512"), asked);
    }

    @Test
    void aReplyWithoutAWordIsAFailure() throws Exception {
        var server = serving(ScriptedServer.replies(List.of("<think>hm</think>\n")));
        assertEquals("EMPTY_REPLY", reason(() -> reply(server)));
        assertEquals(
                "EMPTY_REPLY", reason(() -> endpoints.test(at(server.address()), Progress.NONE)));
    }

    @Test
    void withoutAKeyNoneIsSent() throws Exception {
        var server = serving(ScriptedServer.replies(List.of("ready")));
        new OpenAiChatEndpoints(_ -> Optional.empty()).test(at(server.address()), Progress.NONE);
        var head = server.requests.remove().head();
        assertFalse(head.contains("authorization"), head);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, NOT_AN_ADDRESS",
        "http://user:pass@127.0.0.1/v1, HOLDS_SECRET",
        "http://127.0.0.1/v1?key=abc, HOLDS_SECRET"
    })
    void anAddressThatHoldsASecretOrIsNoneIsNotAsked(String address, String why) {
        assertEquals(why, reason(() -> endpoints.open(at(address))));
    }

    @Test
    void aProfileWithoutAModelIsNotOpened() {
        assertEquals(
                "NO_MODEL_CHOSEN",
                reason(() -> endpoints.open(ChatProfile.of("x", "http://127.0.0.1:1", null))));
    }

    @Test
    void nothingIsAskedOfARemoteEndpointThatIsNotAllowed() {
        var remote = at("https://api.example.com/v1");
        var asked = new AtomicBoolean();
        var careful =
                new OpenAiChatEndpoints(_ -> {
                    asked.set(true);
                    return Optional.empty();
                });
        var refused = new Problem.RemoteNotAllowed("https://api.example.com/v1");
        assertAll(
                () -> assertEquals(refused, problem(() -> careful.open(remote))),
                () -> assertEquals(refused, problem(() -> careful.test(remote, Progress.NONE))),
                () -> assertEquals(refused, problem(() -> careful.models(remote, Progress.NONE))),
                () -> assertFalse(careful.local(remote)),
                () -> assertFalse(asked.get()));
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After: 0",
        "503, Retry-After: 0",
        "503, Retry-After: Thu, 01 Jan 2015 00:00:00 GMT",
        "429, X: y"
    })
    void whoIsBusyIsAskedAgain(int status, String header) throws Exception {
        var server = serving(inTurn(later(status, header), ScriptedServer.replies(List.of("now"))));
        assertEquals("now", reply(server));
    }

    @Test
    void whoStaysBusyIsAskedThreeTimes() throws Exception {
        var server = serving(later(429, "Retry-After: 0"));
        assertEquals("BUSY 429: not now", reason(() -> reply(server)));
        assertEquals(3, server.requests.size());
    }

    @Test
    void whoIsBusyForLongIsNotWaitedFor() throws Exception {
        var server = serving(later(503, "Retry-After: 3600"));
        assertEquals("SERVER_FAILED 503: not now", reason(() -> reply(server)));
        assertEquals(1, server.requests.size());
    }

    @Test
    void aConnectionCutBeforeTheFirstWordIsMadeAgain() throws Exception {
        var server =
                serving(
                        inTurn(
                                _ -> {},
                                OpenAiChatEndpointsTest::cutAfterTheHead,
                                ScriptedServer.replies(List.of("at last"))));
        assertEquals("at last", reply(server));
    }

    @Test
    void whatHasBegunIsNotAskedForTwice() throws Exception {
        var server =
                serving(out -> {
                    cutAfterTheHead(out);
                    ScriptedServer.piece(out, "It is ");
                });
        String said = reason(() -> reply(server));
        assertTrue(said.startsWith("BROKEN_OFF "), said);
        assertEquals(1, server.requests.size());
    }

    @Test
    void aWaitForTheNextTryCanBeCancelled() throws Exception {
        var server = serving(later(429, "Retry-After: 50"));
        var progress = cancelledOnce(() -> !server.requests.isEmpty(), new AtomicBoolean());
        try (var model = endpoints.open(at(server.address()))) {
            assertThrows(
                    CancellationException.class, () -> model.reply(QUESTION, _ -> {}, progress));
        }
    }

    @Test
    void aRedirectIsToldAndNotFollowed() throws Exception {
        var elsewhere = serving(ScriptedServer.replies(List.of("caught")));
        var server = serving(later(307, "Location: " + elsewhere.address() + "/chat/completions"));
        assertEquals(
                "REDIRECTED " + elsewhere.address() + "/chat/completions",
                reason(() -> reply(server)));
        assertTrue(elsewhere.requests.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"error":{"message":"This model's maximum context length is 4097 tokens. However, your messages resulted in 5000 tokens.","code":"context_length_exceeded"}} | 5000 | 4097
                    {"error":{"code":400,"message":"request (6000 tokens) exceeds the available context size (4096 tokens), try increasing it","type":"exceed_context_size_error"}} | 6000 | 4096
                    {"error":"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens"} | 5000 | 4096
                    {"object":"error","message":"Prompt contains 9000 tokens, too large for model with 8192 maximum context length"} | 9000 | 8192
                    """)
    void aServerThatFindsItTooMuchNamesTheSameProblem(String body, long needed, long limit)
            throws Exception {
        var server = serving(ScriptedServer.status(400, body));
        assertEquals(
                new Problem.ContextTooSmall("lamp-7b", needed, limit),
                problem(() -> reply(server)));
    }

    @Test
    void aKeyThatNoHeaderCanCarryIsNotShown() throws Exception {
        var server = serving(ScriptedServer.replies(List.of("x")));
        var broken = new OpenAiChatEndpoints(_ -> Optional.of("very\nsecret"));
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> broken.test(at(server.address()), Progress.NONE));
        assertFalse(thrown.toString().contains("very"), thrown.toString());
        assertFalse(thrown.toString().contains("secret"), thrown.toString());
    }

    @Test
    void aServerThatIsGoneIsToldUnderTheNameOfThisMachine() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var profile = at("http://localhost:" + port + "/v1");
        String said = reason(() -> endpoints.models(profile, Progress.NONE));
        assertTrue(said.startsWith("UNREACHABLE "), said);
    }

    @Test
    void aServerOnTheOtherAddressOfThisMachineIsFoundByItsName() throws Exception {
        ScriptedServer server;
        try {
            server =
                    ScriptedServer.at(
                            InetAddress.ofLiteral("::1"), ScriptedServer.replies(List.of("six")));
        } catch (IOException e) {
            throw new TestAbortedException("no IPv6 on this machine", e);
        }
        servers.add(server);
        var profile = at("http://localhost:" + server.port() + "/v1");
        assertEquals("six", endpoints.test(profile, Progress.NONE).reply());
    }
}
