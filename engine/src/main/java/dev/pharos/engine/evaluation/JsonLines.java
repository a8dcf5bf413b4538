package dev.pharos.engine.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of JSON objects, one a line. Blank lines are passed over.
final class JsonLines {
    static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /// Takes one object after the other.
    @FunctionalInterface
    interface Sink {
        void take(Line line) throws ProblemException;
    }

    /// One object, and where it stands.
    record Line(Path file, long number, JsonNode object) {

        boolean has(String member) {
            return object.hasNonNull(member);
        }

        /// @throws ProblemException `BadTestSet` where the object has no such text or number
        String words(String member) throws ProblemException {
            var value = object.path(member);
            if (value.isTextual() || value.isNumber()) {
                return value.asText();
            }
            throw bad(Detail.of(Detail.Kind.NO_MEMBER, member));
        }

        String wordsOr(String member, String other) throws ProblemException {
            return has(member) ? words(member) : other;
        }

        /// A text, or each text of an array; none where there is no such member.
        List<String> all(String member) throws ProblemException {
            var value = object.path(member);
            if (!has(member)) {
                return List.of();
            }
            if (!value.isArray()) {
                return List.of(words(member));
            }
            var all = new ArrayList<String>();
            value.forEach(each -> all.add(each.asText()));
            return all;
        }

        ProblemException bad(Detail detail) {
            return new ProblemException(new Problem.BadTestSet(file, number, detail));
        }
    }

    /// @throws ProblemException `BadTestSet`, `FileMissing`, `AccessDenied`; whatever the sink
    ///   throws
    static void read(Path file, Sink sink) throws ProblemException {
        TextLines.read(file, (number, text) -> sink.take(line(file, number, text)));
    }

    private static Line line(Path file, long number, String text) throws ProblemException {
        try {
            var object = JSON.readTree(text);
            if (object.isObject()) {
                return new Line(file, number, object);
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(bad(file, number), e);
        }
        throw new ProblemException(bad(file, number));
    }

    private static Problem bad(Path file, long number) {
        return new Problem.BadTestSet(file, number, Detail.of(Detail.Kind.NO_JSON_OBJECT));
    }
}
