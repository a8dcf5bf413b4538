package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The bytes of a file in an Evernote export, decoded as they are read.
///
/// @param file where they are staged
/// @param hash lower-case hex MD5, by which the text calls for them
record EvernoteData(Path file, String hash, long size) {
    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("image/png", ".png"),
                    Map.entry("image/jpeg", ".jpg"),
                    Map.entry("image/gif", ".gif"),
                    Map.entry("image/webp", ".webp"),
                    Map.entry("image/svg+xml", ".svg"),
                    Map.entry("image/tiff", ".tif"),
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("audio/wav", ".wav"),
                    Map.entry("audio/mpeg", ".mp3"),
                    Map.entry("audio/x-m4a", ".m4a"),
                    Map.entry("audio/amr", ".amr"),
                    Map.entry("video/mp4", ".mp4"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("text/html", ".html"));

    static String ending(String mime) {
        return ENDINGS.getOrDefault(mime, ".bin");
    }

    /// @param in at the start of `data`; at its end afterwards
    static EvernoteData read(XMLStreamReader in, Staging staging)
            throws XMLStreamException, IOException, ProblemException {
        var letters = new Letters(in);
        var bytes = new Counted(Base64.getMimeDecoder().wrap(letters), md5());
        var file = staging.spool(bytes);
        letters.skip();
        var hash = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        return new EvernoteData(file, hash, bytes.count);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has MD5", e);
        }
    }

    /// What is no base64 is told apart from a disk that takes no more.
    private static final class Counted extends DigestInputStream {
        private long count;

        private Counted(InputStream in, MessageDigest digest) {
            super(in, digest);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = super.read(bytes, from, length);
                count += Math.max(0, read);
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The characters of an element as bytes.
    private static final class Letters extends InputStream {
        private final XMLStreamReader in;
        private byte[] some = {};
        private int at;
        private boolean over;

        private Letters(XMLStreamReader in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            while (at == some.length) {
                if (over) {
                    return -1;
                }
                more();
            }
            return some[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int first = length == 0 ? -1 : read();
            if (first < 0) {
                return length == 0 ? 0 : -1;
            }
            bytes[from] = (byte) first;
            int rest = Math.min(length - 1, some.length - at);
            System.arraycopy(some, at, bytes, from + 1, rest);
            at += rest;
            return rest + 1;
        }

        private void more() throws IOException {
            try {
                over = in.next() == XMLStreamConstants.END_ELEMENT;
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            some =
                    !over && in.hasText()
                            ? in.getText().getBytes(StandardCharsets.ISO_8859_1)
                            : new byte[0];
            at = 0;
        }

        private void skip() throws IOException {
            while (!over) {
                more();
            }
        }
    }
}
