package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.transcription.SpeechToText.Options;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What the program asks of its recognising process. [HowFar] and [Stop] ask about, and end, the
/// recognition that is under way; they come while it runs.
sealed interface Request {

    /// Answered by a [Reply].
    ///
    /// @param call a number of its own
    /// @param modelVersion changes whenever the model's file does
    /// @param aligned read the times of words from the model's attention; without, they are guessed
    /// @param placement the same, and the same model, in all requests to one process
    record Recognise(
            int call,
            Placement placement,
            String modelVersion,
            boolean aligned,
            Options options,
            float[] samples)
            implements Request {}

    /// Answered by the number of samples that are done, four bytes.
    record HowFar(int call) implements Request {}

    /// Answered by nothing, before the recognition has ended.
    record Stop(int call) implements Request {}

    /// Answered by a [Reply.Described], or refused.
    record Describe(Placement placement) implements Request {}

    /// Of an answer to [HowFar].
    static int samples(byte[] answer) {
        return ByteBuffer.wrap(answer).getInt();
    }

    default byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (this) {
                case Recognise recognise -> {
                    out.writeByte(0);
                    encode(recognise, out);
                }
                case HowFar(int call) -> {
                    out.writeByte(1);
                    out.writeInt(call);
                }
                case Stop(int call) -> {
                    out.writeByte(2);
                    out.writeInt(call);
                }
                case Describe(var placement) -> {
                    out.writeByte(3);
                    out.writeInt(0);
                    encode(placement, out);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void encode(Recognise recognise, DataOutputStream out) throws IOException {
        var options = recognise.options();
        out.writeInt(recognise.call());
        encode(recognise.placement(), out);
        write(out, recognise.modelVersion());
        out.writeBoolean(recognise.aligned());
        write(out, options.model().toString());
        write(out, options.language());
        out.writeBoolean(options.translate());
        out.writeBoolean(options.prompt() != null);
        write(out, options.prompt() == null ? "" : options.prompt());
        out.writeInt(options.threads());
        var samples = ByteBuffer.allocate(recognise.samples().length * Float.BYTES);
        samples.asFloatBuffer().put(recognise.samples());
        out.writeInt(recognise.samples().length);
        out.write(samples.array());
    }

    private static void encode(Placement placement, DataOutputStream out) throws IOException {
        write(out, placement.folder());
        write(out, placement.device().written());
    }

    private static Placement placement(DataInputStream in) throws IOException {
        return new Placement(read(in), DeviceChoice.of(read(in)));
    }

    static Request decode(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        byte kind = in.readByte();
        int call = in.readInt();
        return switch (kind) {
            case 0 -> recognise(call, in);
            case 1 -> new HowFar(call);
            case 2 -> new Stop(call);
            case 3 -> new Describe(placement(in));
            default -> throw new IOException("request of kind " + kind);
        };
    }

    private static Recognise recognise(int call, DataInputStream in) throws IOException {
        var placement = placement(in);
        String version = read(in);
        boolean aligned = in.readBoolean();
        Path model = Path.of(read(in));
        String language = read(in);
        boolean translate = in.readBoolean();
        boolean prompted = in.readBoolean();
        String prompt = read(in);
        int threads = in.readInt();
        var samples = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(samples.length * Float.BYTES)).asFloatBuffer().get(samples);
        var options = new Options(model, language, translate, prompted ? prompt : null, threads);
        return new Recognise(call, placement, version, aligned, options, samples);
    }

    /// Any length, which `writeUTF` does not take.
    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
