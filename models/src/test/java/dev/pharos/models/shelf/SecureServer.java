package dev.pharos.models.shelf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A server on loopback that speaks TLS under a certificate of its own, made for the test.
///
/// @param trusting what makes a client believe it
record SecureServer(HttpsServer server, SSLContext trusting) implements AutoCloseable {
    private static final String PASSWORD = "only for tests";

    /// @param keys file to be made
    static SecureServer redirecting(Path keys, String location) throws Exception {
        var tls = context(made(keys));
        var at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        var server = HttpsServer.create(at, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().add("Location", location);
                        exchange.sendResponseHeaders(302, -1);
                    }
                });
        server.start();
        return new SecureServer(server, tls);
    }

    /// By the tool that every Java development kit has: its library can read certificates only.
    private static KeyStore made(Path keys) throws Exception {
        var flags =
                ("-genkeypair -alias server -keyalg EC -validity 2 -storetype PKCS12"
                                + " -dname CN=localhost -ext san=ip:127.0.0.1")
                        .split(" ");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(flags));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", keys.toString()));
        int status =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException("keytool: " + status);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(keys)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(store, PASSWORD.toCharArray());
        var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
