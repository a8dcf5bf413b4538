package dev.pharos.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A stream of the process in UTF-8, which knows whether its reader has left: who reads only the
/// beginning, as `head` does, has lost nothing.
public final class StandardOutput extends PrintStream {
    private final Watched watched;

    private StandardOutput(Watched watched) {
        super(watched, true, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    public static StandardOutput of(FileDescriptor descriptor) {
        return new StandardOutput(new Watched(new FileOutputStream(descriptor)));
    }

    boolean readerLeft() {
        return watched.left;
    }

    private static final class Watched extends FilterOutputStream {
        private volatile boolean left;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                left = String.valueOf(e.getMessage()).contains("Broken pipe");
                throw e;
            }
        }
    }
}
