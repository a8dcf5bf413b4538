package dev.pharos.engine.making;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.making.WrittenReply.Line;
import dev.pharos.engine.making.WrittenReply.Task;
import dev.pharos.engine.making.WrittenReply.Topic;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/// Reads the reply of a language model strictly, and says in words for the model what is wrong with
/// it. What is around the object, such as a fence of code, is passed over. For one reply.
final class ReplyReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_FAULTS = 12;

    /// A reply as it was understood.
    ///
    /// @param reply null where it is none; else without what is wrong
    /// @param faults none where all is well
    /// @param why it is no reply, for people; null where it is one
    record Read(@Nullable WrittenReply reply, List<String> faults, @Nullable Detail why) {
        static Read none(String fault, Detail why) {
            return new Read(null, List.of(fault), why);
        }
    }

    private final Set<Integer> known;
    private final List<String> faults = new ArrayList<>();
    private boolean shapeless;

    /// The first part of the reply that has another shape.
    private String wrong = "";

    /// @param known the numbers of the sentences that were given, from 1
    private ReplyReader(Set<Integer> known) {
        this.known = known;
    }

    /// @param known the numbers of the sentences that were given, from 1
    static Read read(String reply, Set<Integer> known) {
        int from = reply.indexOf('{');
        int to = reply.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Read.none("there is no JSON object", Detail.of(Kind.NO_NOTE_OBJECT));
        }
        try {
            return new ReplyReader(known).read(JSON.readTree(reply.substring(from, to + 1)));
        } catch (JsonProcessingException e) {
            return Read.none(
                    "it is no JSON: " + e.getOriginalMessage(), Detail.of(Kind.NO_NOTE_OBJECT));
        }
    }

    private Read read(JsonNode root) {
        var reply =
                new WrittenReply(
                        words(root, "title", "", LONGEST_NAME),
                        lines(root, "overview", ""),
                        list(root, "topics", "", this::topic),
                        lines(root, "points", ""),
                        lines(root, "decisions", ""),
                        lines(root, "questions", ""),
                        list(root, "actions", "", this::task),
                        list(root, "tags", "", this::tag));
        if (!shapeless && (reply.title().isEmpty() || reply.overview().isEmpty())) {
            fault("title and overview must not be empty");
            shapeless = true;
            wrong = "title, overview";
        }
        long told = reply.overview().stream().map(Line::text).distinct().count();
        if (told == 1 && known.size() > 1) {
            fault("overview must have at least two sentences, each of its own");
        }
        return shapeless
                ? new Read(null, List.copyOf(faults), Detail.of(Kind.OTHER_SHAPE, wrong))
                : new Read(reply, List.copyOf(faults), null);
    }

    private void fault(String words) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(words);
        }
    }

    private void shape(String where, String wanted) {
        wrong = shapeless ? wrong : where;
        shapeless = true;
        fault(where + " must be " + wanted);
    }

    private String words(JsonNode in, String name, String where, int most) {
        var node = in.path(name);
        if (!node.isTextual()) {
            shape(where + name, "a string");
            return "";
        }
        return cut(node.asText(), most);
    }

    private static String cut(String text, int most) {
        String line = text.strip().replaceAll("[\\s\\p{Cc}]+", " ");
        return line.length() <= most ? line : Beginning.of(line, most) + "…";
    }

    private <T> List<T> list(
            JsonNode in, String name, String where, BiFunction<JsonNode, String, T> item) {
        var node = in.path(name);
        if (!node.isArray()) {
            shape(where + name, "an array");
            return List.of();
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < node.size(); i++) {
            items.add(item.apply(node.get(i), where + name + "[" + i + "]"));
        }
        return items;
    }

    private List<Line> lines(JsonNode in, String name, String where) {
        return list(in, name, where, this::line).stream()
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private Line line(JsonNode node, String where) {
        String text = words(node, "text", where + ".", LONGEST_LINE);
        var sentences = new ArrayList<Integer>();
        for (int number : list(node, "sentences", where + ".", this::number)) {
            if (!known.contains(number)) {
                fault(where + ".sentences: there is no line " + number);
            } else if (!sentences.contains(number - 1)) {
                sentences.add(number - 1);
            }
        }
        if (sentences.isEmpty()) {
            fault(where + ".sentences must name the lines that it rests on");
        }
        return new Line(text, List.copyOf(sentences));
    }

    private int number(JsonNode node, String where) {
        if (!node.isInt()) {
            shape(where, "the number of a line");
        }
        return node.asInt();
    }

    private Topic topic(JsonNode node, String where) {
        return new Topic(
                words(node, "heading", where + ".", LONGEST_NAME),
                lines(node, "lines", where + "."));
    }

    private Task task(JsonNode node, String where) {
        return new Task(
                line(node, where), optional(node, "person", where), optional(node, "due", where));
    }

    private @Nullable String optional(JsonNode in, String name, String where) {
        var node = in.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String words = words(in, name, where + ".", LONGEST_NAME);
        return words.isEmpty() ? null : words;
    }

    private String tag(JsonNode node, String where) {
        if (!node.isTextual()) {
            shape(where, "a string");
        }
        return cut(node.asText(), LONGEST_NAME);
    }
}
