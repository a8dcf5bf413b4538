package dev.pharos.models.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.models.web.LoopbackSockets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A local answer stays on this machine. Seen from outside the client: in a process of its own
/// whose name look-ups, proxies and sockets are recorded, on a system that is told to use a proxy.
final class LoopbackTest {

    private static String watched(String address) throws IOException, URISyntaxException {
        var names =
                Objects.requireNonNull(LoopbackTest.class.getResource("/recorded-names")).toURI();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        java,
                        "-Xmx160m",
                        "-Xlog:disable",
                        "-Dhttp.proxyHost=192.0.2.1",
                        "-Dhttp.nonProxyHosts=",
                        "-Djava.net.useSystemProxies=true",
                        "-cp",
                        Path.of(names) + File.pathSeparator + System.getProperty("java.class.path"),
                        WatchedProcess.class.getName());
        builder.command().add(address);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("http_proxy", "http://192.0.2.1:3128");
        builder.environment().put("all_proxy", "http://192.0.2.1:3128");
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void aLocalAnswerReachesNothingButThisMachine(String host) throws Exception {
        try (var server = ScriptedServer.doing(ScriptedServer.replies(List.of("here")))) {
            var address = server.address().replace("127.0.0.1", host);
            assertEquals(
                    "reply here\nnames []\nproxies []\nsockets [127.0.0.1]",
                    watched(address).replace("\r", ""));
        }
    }

    /// That the same eyes do see what leaves.
    @Test
    void aRemoteAnswerIsSeenToAskForNamesAndProxies() throws Exception {
        assertEquals(
                "reply EndpointFailed\nnames [chat.invalid]\nproxies [chat.invalid]\nsockets []",
                watched("http://chat.invalid/v1").replace("\r", ""));
    }

    @Test
    void aSocketOfALocalEndpointRefusesToGoBeyond() throws IOException {
        try (var socket = new LoopbackSockets().createSocket()) {
            var beyond = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 80);
            assertThrows(ConnectException.class, () -> socket.connect(beyond, 1));
        }
    }
}
