package dev.pharos.engine.document;

import dev.pharos.engine.work.ChildJvm;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/// A child process that reads foreign bytes: how it is started, and what it must not reach.
public final class ReaderProcess {

    private ReaderProcess() {}

    /// The flags of a child that reads documents: little memory, no window, no name server, no
    /// external XML.
    public static ChildJvm.Recipe recipe(Class<?> main) {
        return new ChildJvm.Recipe(
                main,
                List.of(
                        "-Xmx384m",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:MaxMetaspaceSize=160m",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-Djdk.net.hosts.file="
                                + Path.of(System.getProperty("java.home"), "no-hosts"),
                        "-Djavax.xml.accessExternalDTD=",
                        "-Djavax.xml.accessExternalSchema=",
                        "-Djavax.xml.accessExternalStylesheet=",
                        "--enable-native-access=ALL-UNNAMED"));
    }

    /// Called by the child itself: closes what a document could reach through a library, which are
    /// connections and the log.
    public static void prepare() {
        LogManager.getLogManager().reset();
        URL.setURLStreamHandlerFactory(protocol ->
                switch (protocol) {
                    case "http", "https", "ftp", "mailto" -> new ClosedProtocol();
                    default -> null;
                });
    }
}
