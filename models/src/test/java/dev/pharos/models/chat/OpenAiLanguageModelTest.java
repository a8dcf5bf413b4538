package dev.pharos.models.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.answer.LanguageModelContract;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.chat.ScriptedServer.Request;
import dev.pharos.models.chat.ScriptedServer.Script;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// The real client against a real server on loopback.
class OpenAiLanguageModelTest extends LanguageModelContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Who waited for it in vain would be seen to have done so, however slow the machine.
    private static final Duration LONG = Duration.ofSeconds(200);

    private final List<ScriptedServer> servers = new ArrayList<>();

    @AfterEach
    void closeServers() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Override
    protected LanguageModel replying(List<String> pieces) {
        return model(server(ScriptedServer.replies(pieces)).address(), PATIENCE);
    }

    @Override
    protected LanguageModel stalling() {
        return model(silentAfter(OpenAiLanguageModelTest::aBeginning).address(), PATIENCE);
    }

    private static void aBeginning(OutputStream out) throws IOException {
        ScriptedServer.head(out, 200, "text/event-stream");
        ScriptedServer.piece(out, "It is ");
    }

    @Test
    void theConversationIsSentAsItIs() throws Exception {
        var server = server(ScriptedServer.replies(List.of("x")));
        model(server.address(), PATIENCE).reply(CONVERSATION, _ -> {}, Progress.NONE);
        var request = server.requests.remove();
        var json = new ObjectMapper().readTree(request.body());
        var sent = new ArrayList<String>();
        json.path("messages")
                .forEach(
                        m -> sent.add(m.path("role").asText() + ": " + m.path("content").asText()));
        assertEquals(
                List.of(
                        "system: Answer in one word.",
                        "user: Was it dark?",
                        "assistant: Yes.",
                        "user: Whose lamp is it?"),
                sent);
        assertEquals("lamp-7b", json.path("model").asText());
        assertTrue(json.path("stream").asBoolean());
        assertTrue(request.head().startsWith("post /v1/chat/completions "), request.head());
        assertTrue(request.head().contains("authorization: bearer secret"), request.head());
    }

    private static final String SCHEMA = "{\"type\":\"object\"}";

    private static JsonNode format(Request request) throws IOException {
        return new ObjectMapper().readTree(request.body()).path("response_format");
    }

    @Test
    void theSchemaOfAReplyIsSentWithTheQuestion() throws Exception {
        var server = server(ScriptedServer.replies(List.of("{}")));
        var model = model(server.address(), PATIENCE);
        assertEquals("{}", model.reply(CONVERSATION, SCHEMA, _ -> {}, Progress.NONE));
        var format = format(server.requests.remove());
        assertEquals("json_schema", format.path("type").asText());
        assertEquals(SCHEMA, format.path("json_schema").path("schema").toString());
        assertTrue(format.path("json_schema").path("strict").asBoolean());
    }

    @Test
    void aServerThatRefusesTheSchemaIsAskedWithoutItFromThenOn() throws Exception {
        var server =
                server(
                        ScriptedServer.inTurn(
                                ScriptedServer.status(400, "{\"message\":\"no response_format\"}"),
                                ScriptedServer.replies(List.of("{}"))));
        var model = model(server.address(), PATIENCE);
        assertEquals("{}", model.reply(CONVERSATION, SCHEMA, _ -> {}, Progress.NONE));
        assertEquals("{}", model.reply(CONVERSATION, SCHEMA, _ -> {}, Progress.NONE));
        var sent = new ArrayList<Boolean>();
        for (var request : server.requests) {
            sent.add(format(request).isObject());
        }
        assertEquals(List.of(true, false, false), sent);
    }

    @Test
    void aServerThatFailsIsNotAskedOnceMoreWithoutTheSchema() throws Exception {
        var server = server(ScriptedServer.status(401, "{\"error\":\"bad key\"}"));
        var model = model(server.address(), PATIENCE);
        assertThrows(
                ProblemException.class,
                () -> model.reply(CONVERSATION, SCHEMA, _ -> {}, Progress.NONE));
        assertEquals(1, server.requests.size());
    }

    @Test
    void aNameBeforeTheHostMakesNoAddressLocal() {
        var address = "http://localhost@example.com/v1";
        var thrown = assertThrows(ProblemException.class, () -> open(address, false));
        assertEquals(new Problem.RemoteNotAllowed(address), thrown.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1",
                "http://192.168.1.5:11434/v1",
                "http://0.0.0.0:11434/v1",
                "http://localhost.example.com/v1",
                "http://127.0.0.1.example.com/v1",
                "http://[fe80::1]/v1"
            })
    void aRemoteEndpointNeedsPermission(String address) throws ProblemException {
        var thrown = assertThrows(ProblemException.class, () -> open(address, false));
        assertEquals(new Problem.RemoteNotAllowed(address), thrown.problem());
        assertFalse(open(address, true).local());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/v1",
                "http://127.9.9.9:1/v1",
                "http://LOCALHOST:1/v1",
                "https://[::1]:1/v1",
                "http://[::ffff:127.0.0.1]/"
            })
    void aLoopbackEndpointIsLocal(String address) throws ProblemException {
        assertTrue(open(address, false).local());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:11434", "ftp://localhost/v1", "http://", "not an address"})
    void whatIsNoAddressIsAProblem(String address) {
        var thrown = assertThrows(ProblemException.class, () -> open(address, true));
        assertTrue(thrown.problem() instanceof Problem.EndpointFailed, thrown::getMessage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | {"error":{"message":"bad key"}}        | KEY_REFUSED 401: bad key
                    404 | {"error":{"message":"no model lamp"}}  | UNKNOWN_THERE 404: no model lamp
                    400 | {"message":"too long"}                 | REQUEST_REFUSED 400: too long
                    500 | <html>                                 | SERVER_FAILED HTTP 500
                    401 | {"error":"wrong key: secret"}          | KEY_REFUSED 401: wrong key: …
                    """)
    void aRefusalIsPassedOn(int status, String body, String reason) {
        assertEquals(reason, failure(server(ScriptedServer.status(status, body))));
    }

    @Test
    void anEndpointThatDoesNotListenIsAProblem() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String reason = failure("http://127.0.0.1:" + port + "/v1", PATIENCE);
        assertTrue(reason.startsWith("UNREACHABLE "), reason);
    }

    @Test
    void aWebPageIsNoReply() {
        String reason =
                failure(
                        server(out -> {
                            ScriptedServer.head(out, 200, "text/html");
                            ScriptedServer.write(out, "<html>hello</html>");
                        }));
        assertTrue(reason.startsWith("NO_CHAT "), reason);
    }

    @Test
    void aStreamOfSomethingElseIsNoReply() {
        String reason =
                failure(
                        server(out -> {
                            ScriptedServer.head(out, 200, "text/event-stream");
                            ScriptedServer.write(out, "data: {not json\n\n");
                        }));
        assertTrue(reason.startsWith("NO_CHAT "), reason);
    }

    @Test
    void anErrorInTheStreamIsAProblem() {
        String reason =
                failure(
                        server(out -> {
                            aBeginning(out);
                            ScriptedServer.write(
                                    out, "data: {\"error\":{\"message\":\"no memory\"}}\n\n");
                        }));
        assertEquals("SERVER_FAILED 200: no memory", reason);
    }

    @Test
    void aReplyWithoutItsEndIsAProblem() {
        String reason = failure(server(OpenAiLanguageModelTest::aBeginning));
        assertEquals("ENDED_EARLY", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    length         | The lamp is | LENGTH_REACHED
                    length         | ''          | LENGTH_REACHED
                    content_filter | The lamp is | HELD_BACK
                    """)
    void aReplyThatTheServerCutIsNotTakenForWhole(String finish, String piece, String reason) {
        var server = server(ScriptedServer.replies(List.of(piece), finish));
        assertEquals(reason, failure(server));
        assertEquals(1, server.requests.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "eos", "tool_calls"})
    void anyOtherReasonToEndMeansThatTheReplyIsWhole(String reason) throws Exception {
        var server = server(ScriptedServer.replies(List.of("Ada"), reason));
        try (var model = model(server.address(), PATIENCE)) {
            assertEquals("Ada", model.reply(CONVERSATION, _ -> {}, Progress.NONE));
        }
    }

    @Test
    void aConnectionCutInAReplyIsAProblem() {
        String reason =
                failure(
                        server(out -> {
                            ScriptedServer.write(out, "HTTP/1.1 200 x\r\n");
                            ScriptedServer.write(out, "Content-Type: text/event-stream\r\n");
                            ScriptedServer.write(out, "Content-Length: 9999\r\n\r\n");
                            ScriptedServer.piece(out, "It is ");
                        }));
        assertTrue(reason.startsWith("BROKEN_OFF "), reason);
    }

    @Test
    void aSilentEndpointIsAProblem() {
        var server = silentAfter(_ -> {});
        String reason = failure(server.address(), Duration.ofSeconds(5));
        assertEquals("SILENT 5 1 request", reason + " " + server.requests.size() + " request");
    }

    @Test
    void cancellingHangsUpOnAnEndpointThatHasNotAnswered() throws Exception {
        var server = silentAfter(_ -> {});
        var asked = new AtomicBoolean();
        var wished = new AtomicLong();
        var progress =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        if (!server.requests.isEmpty() && !asked.getAndSet(true)) {
                            wished.set(System.nanoTime());
                        }
                        return asked.get();
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> model(server.address(), LONG).reply(CONVERSATION, _ -> {}, progress));
        assertTrue(System.nanoTime() - wished.get() < LONG.toNanos() / 10);
        assertTrue(server.hungUp.await(5, TimeUnit.MINUTES));
    }

    @Test
    void aProxyIsNotAskedForLoopback() throws ProblemException {
        System.setProperty("http.proxyHost", "192.0.2.1");
        System.setProperty("http.nonProxyHosts", "");
        try (var model = replying(List.of("direct"))) {
            assertEquals("direct", model.reply(CONVERSATION, _ -> {}, Progress.NONE));
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    /// In a class loader of its own, because other tests have loaded the client already.
    @Test
    void theClientIsNotLoadedBeforeTheFirstReply() throws Exception {
        var loaded = new ArrayList<String>();
        var urls = new ArrayList<URL>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (var loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        loaded.add(name);
                        return super.findClass(name);
                    }
                }) {
            var keys = loader.loadClass(OpenAiChatEndpoints.Keys.class.getName());
            var profile = loader.loadClass(ChatProfile.class.getName());
            var endpoints =
                    loader.loadClass(OpenAiChatEndpoints.class.getName())
                            .getConstructor(keys)
                            .newInstance(
                                    Proxy.newProxyInstance(
                                            loader,
                                            new Class<?>[] {keys},
                                            (_, _, _) -> Optional.empty()));
            var local = profile.getMethod("of", String.class, String.class, String.class);
            endpoints
                    .getClass()
                    .getMethod("open", profile)
                    .invoke(endpoints, local.invoke(null, "x", "http://127.0.0.1:1/v1", "lamp-7b"));
        }
        assertTrue(loaded.contains(OpenAiLanguageModel.class.getName()));
        loaded.removeIf(name -> !name.startsWith("com.openai.") && !name.startsWith("okhttp3."));
        assertEquals(List.of(), loaded);
    }

    private String failure(ScriptedServer server) {
        return failure(server.address(), PATIENCE);
    }

    private static String failure(String address, Duration patience) {
        var model = model(address, patience);
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> model.reply(CONVERSATION, _ -> {}, Progress.NONE));
        var problem = (Problem.EndpointFailed) thrown.problem();
        assertEquals(address, problem.endpoint());
        return problem.detail().toString();
    }

    private static LanguageModel model(String address, Duration patience) {
        try {
            return endpoints().open(profile(address, false, patience));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    private static LanguageModel open(String address, boolean remoteAllowed)
            throws ProblemException {
        return endpoints().open(profile(address, remoteAllowed, PATIENCE));
    }

    private static ChatEndpoints endpoints() {
        return new OpenAiChatEndpoints(_ -> Optional.of("secret"));
    }

    private static ChatProfile profile(String address, boolean remoteAllowed, Duration patience) {
        return new ChatProfile(
                "test", address, "lamp-7b", remoteAllowed, 0, (int) patience.toSeconds());
    }

    private ScriptedServer server(Script script) {
        return started(() -> ScriptedServer.doing(script));
    }

    private ScriptedServer silentAfter(Script script) {
        return started(() -> ScriptedServer.thenSilent(script));
    }

    private interface Start {
        ScriptedServer run() throws IOException;
    }

    private ScriptedServer started(Start start) {
        try {
            var server = start.run();
            servers.add(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
