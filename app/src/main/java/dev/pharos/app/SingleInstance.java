package dev.pharos.app;

import dev.pharos.ui.Door;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The one window on a library, within reach of later starts of the program: it listens on a socket
/// in the file system, which nobody but its user can reach. Any thread.
final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String DONE = "done";
    private static final int LONGEST_WORD = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LOOK_MILLIS = 2;
    private static final int NAME_BYTES = 8;

    private final @Nullable ServerSocketChannel server;
    private final Path socket;

    private SingleInstance(@Nullable ServerSocketChannel server, Path socket) {
        this.server = server;
        this.socket = socket;
    }

    /// Where the window on a library listens; names of sockets have to be short.
    static Path socket(Path cache, Path library) {
        try {
            var place = Files.exists(library) ? library.toRealPath() : library.toAbsolutePath();
            byte[] name =
                    MessageDigest.getInstance("SHA-256")
                            .digest(place.toString().getBytes(StandardCharsets.UTF_8));
            return cache.resolve("windows")
                    .resolve(HexFormat.of().formatHex(name, 0, NAME_BYTES) + ".sock");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Begins to listen. Only for the process that may write to the library, so that a socket which
    /// is there is one that a killed process has left. Where no socket can be made, nobody is
    /// heard.
    static SingleInstance listen(Path socket, Door door) {
        try {
            Files.createDirectories(socket.resolveSibling(""));
            Files.deleteIfExists(socket);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Stream.of(socket, socket.resolveSibling("")).forEach(SingleInstance::keepToUser);
            Thread.ofPlatform().daemon().name("pharos-door").start(() -> serve(server, door));
            return new SingleInstance(server, socket);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("later starts of the program do not reach this window", e);
            return new SingleInstance(null, socket);
        }
    }

    private static void keepToUser(Path place) {
        var file = place.toFile();
        boolean kept =
                Stream.of(
                                file.setReadable(false, false),
                                file.setWritable(false, false),
                                file.setExecutable(false, false),
                                file.setReadable(true, true),
                                file.setWritable(true, true),
                                file.setExecutable(true, true))
                        .allMatch(Boolean::booleanValue);
        LOG.debug("{} is kept to its user: {}", place, kept);
    }

    private static void serve(ServerSocketChannel server, Door door) {
        while (server.isOpen()) {
            try (var channel = server.accept()) {
                var wish = wish(word(channel));
                if (wish.isPresent() && door.wish(wish.get())) {
                    write(channel, DONE);
                }
            } catch (IOException e) {
                LOG.debug("a start of the program was not heard", e);
            }
        }
    }

    /// What may be wished from outside.
    private static Optional<Door.Wish> wish(String word) {
        return Stream.of(Door.Wish.SHOW, Door.Wish.CAPTURE)
                .filter(wish -> wish.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /// Tells the window that listens there, if one does.
    ///
    /// @return whether it has heard
    static boolean tell(Path socket, Door.Wish wish) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            write(channel, wish.name().toLowerCase(Locale.ROOT));
            return word(channel).equals(DONE);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("no window listens at {}", socket, e);
            return false;
        }
    }

    /// Whether a window listens there, though it may grant nothing any more.
    static boolean there(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("no window listens at {}", socket, e);
            return false;
        }
    }

    private static void write(SocketChannel channel, String word) throws IOException {
        channel.write(StandardCharsets.US_ASCII.encode(word + "\n"));
    }

    /// A line; whoever says nothing is not waited for.
    private static String word(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        var read = ByteBuffer.allocate(LONGEST_WORD);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            int count = channel.read(read);
            String said = new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII);
            if (said.endsWith("\n") || count < 0 || !read.hasRemaining()) {
                return said.strip();
            }
            rest();
        }
        return "";
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("{} stays", socket, e);
        }
    }
}
