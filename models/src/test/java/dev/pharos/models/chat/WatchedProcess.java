package dev.pharos.models.chat;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// A process that asks one endpoint one thing and tells which names it wanted to have looked up,
/// which proxies it wanted to know, and with which addresses its sockets spoke.
final class WatchedProcess {
    private static final List<String> SOCKETS = List.of("jdk.SocketRead", "jdk.SocketWrite");

    private WatchedProcess() {}

    private static final class RecordedProxies extends ProxySelector {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(String.valueOf(uri.getHost()));
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException e) {}
    }

    public static void main(String[] arguments) throws IOException {
        var proxies = new RecordedProxies();
        ProxySelector.setDefault(proxies);
        try (var recording = new Recording()) {
            SOCKETS.forEach(event -> recording.enable(event).withThreshold(Duration.ZERO));
            recording.start();
            System.out.println("reply " + reply(arguments[0]));
            recording.stop();
            System.out.println("names " + RecordedNames.ASKED);
            System.out.println("proxies " + proxies.asked);
            System.out.println("sockets " + spokenTo(recording));
        }
    }

    private static String reply(String address) {
        var endpoints = new OpenAiChatEndpoints(_ -> Optional.of("key"));
        var profile = ChatProfile.of("watched", address, "lamp-7b").allowing(true);
        try {
            return endpoints.test(profile, Progress.NONE).reply();
        } catch (ProblemException e) {
            return e.problem().getClass().getSimpleName();
        }
    }

    private static TreeSet<String> spokenTo(Recording recording) throws IOException {
        Path file = Files.createTempFile("sockets", ".jfr");
        try {
            recording.dump(file);
            var addresses = new TreeSet<String>();
            for (var event : RecordingFile.readAllEvents(file)) {
                addresses.add(event.getString("address"));
            }
            return addresses;
        } finally {
            Files.delete(file);
        }
    }
}
