package dev.pharos.engine.document;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/// Refuses every connection: no document may reach the network.
final class ClosedProtocol extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        throw new IOException("documents may not reach the network");
    }
}
