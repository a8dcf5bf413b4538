package dev.pharos.engine.vault;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Cuts an Evernote export into its notes, each an XML document of its own: the stream ends after
/// `</note>` and goes on with [#next]. What is no character of XML becomes a blank. One thread.
final class NoteStream extends FilterInputStream {
    private static final byte[] START = "<note>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</note>".getBytes(StandardCharsets.US_ASCII);

    private InputStream begun = InputStream.nullInputStream();
    private boolean inside;
    private int matched;

    NoteStream(InputStream in) {
        super(in);
    }

    /// Goes to the next note, past whatever is left of this one.
    boolean next() throws IOException {
        int at = 0;
        for (int b = super.in.read(); b >= 0; b = super.in.read()) {
            at = b == START[at] ? at + 1 : b == START[0] ? 1 : 0;
            if (at == START.length) {
                begun = new ByteArrayInputStream(START);
                inside = true;
                matched = 0;
                return true;
            }
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        int first = begun.read();
        if (first >= 0 || !inside) {
            return first;
        }
        int b = super.in.read();
        matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
        inside = b >= 0 && matched < END.length;
        return b >= 0 && b < ' ' && b != '\n' && b != '\t' && b != '\r' ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                return count == 0 ? -1 : count;
            }
            bytes[from + count++] = (byte) b;
        }
        return count;
    }

    /// The parser of one note does not close the stream of all.
    InputStream note() {
        return new FilterInputStream(this) {
            @Override
            public void close() {}
        };
    }
}
