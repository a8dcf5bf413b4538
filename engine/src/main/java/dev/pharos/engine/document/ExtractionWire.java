package dev.pharos.engine.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What [IsolatedExtractor] and [ExtractionChild] say to each other, as JSON.
final class ExtractionWire {

    /// Long texts pass: the reader's caps bound them, and the answer is in memory already.
    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .addModule(new JavaTimeModule())
                    .build();

    private ExtractionWire() {}

    record Request(String file, String name) {
        Path path() {
            return Path.of(file);
        }
    }

    /// Either a document, or the simple name of a [Problem.OfFile] with its media type if it has
    /// one.
    record Answer(
            @Nullable Document document, @Nullable String problem, @Nullable String mediaType) {}

    static byte[] request(Path file, Path name) {
        return bytes(new Request(file.toAbsolutePath().toString(), name.toString()));
    }

    static Request request(byte[] bytes) {
        return read(bytes, Request.class);
    }

    static byte[] answer(Document document) {
        return bytes(new Answer(document, null, null));
    }

    static byte[] answer(Problem.OfFile problem) {
        var mediaType =
                problem instanceof Problem.UnsupportedFormat unsupported
                        ? unsupported.mediaType()
                        : null;
        return bytes(new Answer(null, problem.getClass().getSimpleName(), mediaType));
    }

    static Answer answer(byte[] bytes) {
        return read(bytes, Answer.class);
    }

    /// The problem of that name about `file`.
    static Problem problem(Answer answer, Path file) {
        return switch (String.valueOf(answer.problem())) {
            case "FileMissing" -> new Problem.FileMissing(file);
            case "AccessDenied" -> new Problem.AccessDenied(file);
            case "EmptyFile" -> new Problem.EmptyFile(file);
            case "UnsupportedFormat" ->
                    new Problem.UnsupportedFormat(file, String.valueOf(answer.mediaType()));
            case "PasswordProtected" -> new Problem.PasswordProtected(file);
            case "ExpandsTooFar" -> new Problem.ExpandsTooFar(file);
            default -> new Problem.DamagedFile(file);
        };
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
