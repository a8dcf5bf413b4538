package dev.pharos.engine.graph;

import dev.pharos.engine.work.WholeFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where the nodes of a library's graph stood when they were last seen, so that its owner finds
/// them again. A file in the library's folder that can be deleted: what cannot be read or written
/// is told in the log and no more. Safe for use by several threads.
public final class KeptPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPlaces.class);
    private static final int FORMAT = 1;

    private final Path file;
    private final boolean writable;

    public KeptPlaces(Path file, boolean writable) {
        this.file = file;
        this.writable = writable;
    }

    /// By the keys of the nodes; nothing where nothing was kept.
    public synchronized Map<String, Placed.Point> read() {
        var places = new HashMap<String, Placed.Point>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() == FORMAT) {
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    places.put(in.readUTF(), new Placed.Point(in.readFloat(), in.readFloat()));
                }
            }
            return places;
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException e) {
            LOG.warn("places of the graph cannot be read", e);
            return Map.of();
        }
    }

    public synchronized void keep(Graph graph, Placed placed) {
        if (!writable) {
            return;
        }
        try {
            WholeFile.replace(
                    file,
                    stream -> {
                        var out = new DataOutputStream(stream);
                        out.writeInt(FORMAT);
                        out.writeInt(placed.count());
                        for (int i = 0; i < placed.count(); i++) {
                            out.writeUTF(graph.nodes().get(i).key());
                            out.writeFloat(placed.x()[i]);
                            out.writeFloat(placed.y()[i]);
                        }
                    });
        } catch (IOException e) {
            LOG.warn("places of the graph cannot be kept", e);
        }
    }
}
