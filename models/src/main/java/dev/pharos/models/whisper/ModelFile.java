package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText.Model;
import dev.pharos.engine.work.Progress;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Reads a file in whisper.cpp's ggml format from end to end: header, mel filters, vocabulary, and
/// of each tensor its name, shape, type and length. Whisper.cpp itself trusts what it reads, and a
/// damaged file ends its process or, worse, loads as a model that recognises nothing. The format is
/// that of `whisper_model_load` in whisper.cpp 1.7.1.
public final class ModelFile {

    /// Says why a file is no whole model.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String key, Object... arguments) {
            super(text(key, arguments));
        }
    }

    private static final int MAGIC = 0x67676d6c;
    private static final int FILTER_BINS = 201;
    private static final int LONGEST_TOKEN = 1024;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_DIMENSIONS = 4;

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).flip();

    private final boolean weighed;
    private final Progress progress;

    private ModelFile(FileChannel channel, boolean weighed, Progress progress) {
        this.channel = channel;
        this.weighed = weighed;
        this.progress = progress;
    }

    /// Looks at every number.
    ///
    /// @throws ProblemException `MissingModel`, or `ModelUnavailable` where the file is not whole
    public static Model read(Path file) throws ProblemException {
        return read(file, Progress.NONE);
    }

    /// The same.
    ///
    /// @param progress may cancel
    static Model read(Path file, Progress progress) throws ProblemException {
        var header = header(file, true, progress);
        int windowMs = hearing(file).windowMs();
        try {
            return new Model(file, nameOf(file), header.multilingual(), Files.size(file), windowMs);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    static Hearing hearing(Path file) throws ProblemException {
        try {
            return Hearing.of(file);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    /// Looks at everything but the weights.
    ///
    /// @throws ProblemException as [#read]
    public static void glance(Path file) throws ProblemException {
        header(file);
    }

    /// Skips the weights.
    ///
    /// @throws ProblemException as [#read]
    static ModelHeader header(Path file) throws ProblemException {
        return header(file, false, Progress.NONE);
    }

    private static ModelHeader header(Path file, boolean weighed, Progress progress)
            throws ProblemException {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            throw new ProblemException(
                    new Problem.MissingModel(file.toString(), folder == null ? file : folder));
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refused("noFile");
            }
            try (var channel = FileChannel.open(file)) {
                return new ModelFile(channel, weighed, progress).read();
            }
        } catch (Refused | IOException e) {
            throw unavailable(file, e);
        }
    }

    private static ProblemException unavailable(Path file, Exception e) {
        String detail = e instanceof EOFException ? text("cutOff") : e.getMessage();
        return new ProblemException(
                new Problem.ModelUnavailable(nameOf(file), String.valueOf(detail)), e);
    }

    /// `base.en` of `ggml-base.en.bin`.
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.replaceFirst("^ggml-", "").replaceFirst("\\.bin$", "");
    }

    static String text(String key, Object... arguments) {
        var texts = ResourceBundle.getBundle(ModelFile.class.getName());
        return new MessageFormat(texts.getString(key)).format(arguments);
    }

    private ModelHeader read() throws IOException, Refused {
        if (channel.size() == 0) {
            throw new Refused("empty");
        }
        if (channel.size() < Integer.BYTES || number() != MAGIC) {
            throw new Refused("otherFormat");
        }
        var header = ModelHeader.of(this::number);
        if (!header.plausible()) {
            throw new Refused("otherFormat");
        }
        readFilters(header);
        readVocabulary(header);
        readTensors(header);
        return header;
    }

    private void readFilters(ModelHeader header) throws IOException, Refused {
        int mels = number();
        int bins = number();
        if (mels != header.mels() || bins != FILTER_BINS) {
            throw new Refused("damaged", "mel filters");
        }
        skip((long) mels * bins * Float.BYTES);
    }

    private void readVocabulary(ModelHeader header) throws IOException, Refused {
        int tokens = number();
        if (tokens <= 0 || tokens > header.vocabulary()) {
            throw new Refused("damaged", "vocabulary");
        }
        boolean blank = false; // without it, decoding ends the process
        for (int i = 0; i < tokens; i++) {
            int length = number();
            if (length < 0 || length > LONGEST_TOKEN) {
                throw new Refused("damaged", "vocabulary");
            }
            blank |= utf8(length).equals(" ");
        }
        if (!blank) {
            throw new Refused("damaged", "vocabulary");
        }
    }

    private void readTensors(ModelHeader header) throws IOException, Refused {
        var missing = header.tensors();
        while (position() < channel.size()) {
            if (missing.isEmpty()) {
                throw new Refused("tooLong", channel.size() - position());
            }
            int dimensions = number();
            int nameLength = number();
            int type = number();
            if (dimensions < 1
                    || dimensions > MOST_DIMENSIONS
                    || nameLength < 1
                    || nameLength > LONGEST_NAME) {
                throw new Refused("damaged", "tensor");
            }
            var shape = new int[dimensions];
            for (int d = 0; d < dimensions; d++) {
                shape[d] = number();
            }
            String name = utf8(nameLength);
            var expected = missing.remove(name);
            if (expected == null || !expected.has(shape, type)) {
                throw new Refused("damaged", name);
            }
            if (weighed) {
                weigh(name, expected);
            } else {
                skip(expected.bytes());
            }
        }
        if (!missing.isEmpty()) {
            throw new EOFException();
        }
    }

    private void weigh(String name, ModelHeader.Tensor tensor) throws IOException, Refused {
        var storage = tensor.storage();
        int most = buffer.capacity() / storage.bytes() * storage.bytes();
        for (long left = tensor.bytes(); left > 0; ) {
            progress.checkpoint();
            int length = (int) Math.min(left, most);
            fill(length);
            var piece = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            if (!Weights.plausible(piece, storage)) {
                throw new Refused("weights", name);
            }
            buffer.position(buffer.position() + length);
            left -= length;
        }
    }

    private long position() throws IOException {
        return channel.position() - buffer.remaining();
    }

    private int number() throws IOException {
        fill(Integer.BYTES);
        return buffer.getInt();
    }

    private String utf8(int length) throws IOException {
        fill(length);
        var bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void skip(long bytes) throws IOException {
        long target = position() + bytes;
        if (target > channel.size()) {
            throw new EOFException();
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            channel.position(target);
            buffer.clear().flip();
        }
    }

    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        buffer.flip();
    }
}
