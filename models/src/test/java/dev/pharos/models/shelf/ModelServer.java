package dev.pharos.models.shelf;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// An HTTP server on loopback that gives out one file, one request a connection, and misbehaves as
/// it is told, down to the byte. The first requests get one script each, all further ones the last.
final class ModelServer implements Closeable {

    /// What it does with a request; the connection is closed afterwards.
    @FunctionalInterface
    interface Script {
        void answer(Request request, OutputStream out) throws IOException;
    }

    /// @param head request line and headers, in lower case
    record Request(String head) {
        private static final Pattern RANGE = Pattern.compile("\nrange: bytes=(\\d+)-");

        /// From where on the file is wanted; 0 for all of it.
        int from() {
            var range = RANGE.matcher(head);
            return range.find() ? Integer.parseInt(range.group(1)) : 0;
        }

        boolean has(String line) {
            return head.contains("\n" + line + "\r");
        }
    }

    final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private final ServerSocket socket;
    private final List<Script> scripts;
    private final AtomicInteger served = new AtomicInteger();

    private ModelServer(List<Script> scripts) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scripts = scripts;
        Thread.ofVirtual().start(this::accept);
    }

    static ModelServer doing(Script... scripts) throws IOException {
        return new ModelServer(List.of(scripts));
    }

    /// So many bytes by chance, the same at each call.
    static byte[] content(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /// A good server: ranges, and only of the version that the client knows.
    static Script giving(byte[] content, String tag) {
        return (request, out) -> {
            boolean same =
                    !request.head().contains("\nif-range:") || request.has("if-range: " + tag);
            int from = same ? request.from() : 0;
            if (from > 0 && from >= content.length) {
                head(out, 416, "Content-Range: bytes */" + content.length);
                return;
            }
            if (from > 0) {
                rangeHead(out, from, content.length, tag);
            } else {
                head(out, 200, "Content-Length: " + content.length, "ETag: " + tag);
            }
            out.write(content, from, content.length - from);
            out.flush();
        };
    }

    /// Sends so much of what is asked for, under the head of all of it, and hangs up.
    static Script cutting(byte[] content, String tag, int after) {
        return (request, out) -> {
            int from = request.from();
            if (from > 0) {
                rangeHead(out, from, content.length, tag);
            } else {
                head(out, 200, "Content-Length: " + content.length, "ETag: " + tag);
            }
            out.write(content, from, Math.min(after, content.length - from));
            out.flush();
        };
    }

    static void rangeHead(OutputStream out, int from, int length, String tag) throws IOException {
        head(
                out,
                206,
                "Content-Range: bytes " + from + "-" + (length - 1) + "/" + length,
                "Content-Length: " + (length - from),
                "ETag: " + tag);
    }

    /// Nothing but a status.
    static Script status(int code, String... headers) {
        return (_, out) -> {
            head(out, code, headers);
            out.write("<html>no</html>".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    static void head(OutputStream out, int code, String... headers) throws IOException {
        var text = new StringBuilder("HTTP/1.1 " + code + " x\r\nConnection: close\r\n");
        Arrays.stream(headers).forEach(header -> text.append(header).append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// The first part of a file, and then nothing, until the client hangs up.
    static Script silentAfter(byte[] content, String tag, int after) {
        return (_, out) -> {
            head(out, 200, "Content-Length: " + content.length, "ETag: " + tag);
            out.write(content, 0, after);
            out.flush();
            throw new Silence();
        };
    }

    private static final class Silence extends IOException {
        private static final long serialVersionUID = 1L;
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
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
            var request = request(in);
            requests.add(request);
            int number = Math.min(served.getAndIncrement(), scripts.size() - 1);
            try {
                scripts.get(number).answer(request, connection.getOutputStream());
            } catch (Silence _) {
                while (in.read() >= 0) {
                    continue;
                }
            }
        } catch (IOException _) {
            // the client hung up, which some tests want
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
        return new Request(head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
