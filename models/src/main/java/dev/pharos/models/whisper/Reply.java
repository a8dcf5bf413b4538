package dev.pharos.models.whisper;

import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.transcription.Word;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/// How a recognition ended, other than by the death of its process.
sealed interface Reply {

    /// @param complaint as [WhisperRuntime#complaint]
    record Done(Recognised recognised, @Nullable Detail complaint) implements Reply {}

    record Cancelled() implements Reply {}

    /// @param problem `ModelUnavailable` or `LanguageUnknown`
    record Failed(Problem problem) implements Reply {}

    /// The plugged-in build cannot be used; `detail` says why.
    record Refused(Detail detail) implements Reply {}

    record Described(Hardware.Runtime runtime) implements Reply {}

    default byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (this) {
                case Done(var recognised, var complaint) -> {
                    out.writeByte(0);
                    encode(recognised, out);
                    out.writeBoolean(complaint != null);
                    if (complaint != null) {
                        write(out, complaint);
                    }
                }
                case Cancelled() -> out.writeByte(1);
                case Failed(Problem.ModelUnavailable(var model, var detail)) -> {
                    out.writeByte(2);
                    Request.write(out, model);
                    write(out, detail);
                }
                case Failed(Problem.LanguageUnknown(var language, var model)) -> {
                    out.writeByte(3);
                    Request.write(out, language);
                    Request.write(out, model);
                }
                case Refused(var detail) -> {
                    out.writeByte(4);
                    write(out, detail);
                }
                case Described(var runtime) -> {
                    out.writeByte(5);
                    RuntimeCode.write(runtime, out);
                }
                case Failed(var problem) -> throw new IllegalStateException(problem.toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void encode(Recognised recognised, DataOutputStream out) throws IOException {
        Request.write(out, recognised.language());
        Request.write(out, recognised.device());
        out.writeInt(recognised.segments().size());
        for (var segment : recognised.segments()) {
            out.writeLong(segment.startMs());
            out.writeLong(segment.endMs());
            Request.write(out, segment.text());
            out.writeInt(segment.words().size());
            for (var word : segment.words()) {
                Request.write(out, word.text());
                out.writeLong(word.startMs());
                out.writeLong(word.endMs());
                out.writeFloat(word.confidence());
            }
        }
    }

    static Reply decode(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        byte kind = in.readByte();
        return switch (kind) {
            case 0 -> new Done(recognised(in), in.readBoolean() ? detail(in) : null);
            case 1 -> new Cancelled();
            case 2 -> new Failed(new Problem.ModelUnavailable(Request.read(in), detail(in)));
            case 3 -> new Failed(new Problem.LanguageUnknown(Request.read(in), Request.read(in)));
            case 4 -> new Refused(detail(in));
            case 5 -> new Described(RuntimeCode.read(in));
            default -> throw new IOException("reply of kind " + kind);
        };
    }

    static void write(DataOutputStream out, Detail detail) throws IOException {
        Request.write(out, detail.kind().name());
        out.writeInt(detail.told().size());
        for (String told : detail.told()) {
            Request.write(out, told);
        }
    }

    static Detail detail(DataInputStream in) throws IOException {
        var kind = Detail.Kind.valueOf(Request.read(in));
        var told = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            told.add(Request.read(in));
        }
        return new Detail(kind, told);
    }

    private static Recognised recognised(DataInputStream in) throws IOException {
        String language = Request.read(in);
        String device = Request.read(in);
        int count = in.readInt();
        var segments = new ArrayList<Segment>(count);
        for (int i = 0; i < count; i++) {
            segments.add(segment(in));
        }
        return new Recognised(language, device, segments);
    }

    private static Segment segment(DataInputStream in) throws IOException {
        long start = in.readLong();
        long end = in.readLong();
        String text = Request.read(in);
        int count = in.readInt();
        var words = new ArrayList<Word>(count);
        for (int i = 0; i < count; i++) {
            words.add(new Word(Request.read(in), in.readLong(), in.readLong(), in.readFloat()));
        }
        return new Segment(start, end, null, text, words);
    }
}
