package dev.pharos.models.chat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// An HTTP server on loopback that does what a test tells it to, down to the byte. One request a
/// connection.
final class ScriptedServer implements Closeable {

    /// What it does with a request; the connection is closed afterwards.
    @FunctionalInterface
    interface Script {
        void answer(OutputStream out) throws IOException;
    }

    /// @param head request line and headers, lower case
    record Request(String head, String body) {}

    final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    /// Reaches zero when a client ends a connection to which a script wrote and left it open.
    final CountDownLatch hungUp = new CountDownLatch(1);

    private final ServerSocket socket;
    private final Script script;
    private final boolean keepOpen;

    private ScriptedServer(Script script, boolean keepOpen) throws IOException {
        this(script, keepOpen, InetAddress.ofLiteral("127.0.0.1"));
    }

    private ScriptedServer(Script script, boolean keepOpen, InetAddress at) throws IOException {
        this.socket = new ServerSocket(0, 50, at);
        this.script = script;
        this.keepOpen = keepOpen;
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedServer doing(Script script) throws IOException {
        return new ScriptedServer(script, false);
    }

    static ScriptedServer at(InetAddress address, Script script) throws IOException {
        return new ScriptedServer(script, false, address);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Leaves the connection open after the script, until the client hangs up.
    static ScriptedServer thenSilent(Script script) throws IOException {
        return new ScriptedServer(script, true);
    }

    static Script replies(List<String> pieces) {
        return replies(pieces, "stop");
    }

    static Script replies(List<String> pieces, String finishReason) {
        return out -> {
            head(out, 200, "text/event-stream");
            for (String piece : pieces) {
                piece(out, piece);
            }
            write(out, "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,");
            write(out, "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},");
            write(out, "\"finish_reason\":\"" + finishReason + "\"}]}\n\ndata: [DONE]\n\n");
        };
    }

    static Script status(int code, String body) {
        return out -> {
            head(out, code, "application/json");
            write(out, body);
        };
    }

    /// The first to the first request and so on, the last to all others.
    static Script inTurn(Script... scripts) {
        var next = new AtomicInteger();
        return out -> scripts[Math.min(next.getAndIncrement(), scripts.length - 1)].answer(out);
    }

    static void head(OutputStream out, int code, String type) throws IOException {
        write(out, "HTTP/1.1 " + code + " x\r\nContent-Type: " + type + "\r\n");
        write(out, "Connection: close\r\n\r\n");
    }

    static void piece(OutputStream out, String text) throws IOException {
        write(out, "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,");
        write(out, "\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":null,");
        write(out, "\"delta\":{\"content\":\"" + text.replace("\n", "\\n") + "\"}}]}\n\n");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            requests.add(request(in));
            script.answer(connection.getOutputStream());
            if (keepOpen) {
                in.read();
            }
        } catch (IOException _) {
            // the client hung up, which some tests want
        } finally {
            hungUp.countDown();
        }
    }

    private static Request request(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int length =
                text.lines()
                        .filter(line -> line.startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        return new Request(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
