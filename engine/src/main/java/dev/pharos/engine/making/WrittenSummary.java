package dev.pharos.engine.making;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.making.WritingBrief.Wished;
import dev.pharos.engine.making.WrittenReply.Task;
import dev.pharos.engine.making.WrittenReply.Topic;
import dev.pharos.engine.proof.LineProof;
import dev.pharos.engine.proof.LineProof.Kind;
import dev.pharos.engine.proof.Said;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.DueDates;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Outcomes;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.summary.Summary.Section;
import dev.pharos.engine.summary.Summary.Written;
import dev.pharos.engine.tag.TagName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds what a language model wrote to the source, sentence by sentence: what is not said there is
/// marked, and a person or a day that nobody named is taken away. For one reply, one thread.
final class WrittenSummary {
    private static final int MOST_TAGS = 5;
    private static final int MOST_OF_A_KIND = 60;

    /// In letters: what is quoted for want of a heading.
    private static final int HEADING = 40;

    private static final double HALF = 0.5;

    private final Material material;
    private final Summary built;
    private final Wished wished;
    private final LineProof proof;
    private int lines;

    private double proved;

    /// @param built what is known of the material without a model
    WrittenSummary(Material material, Summary built, Wished wished) {
        this.material = material;
        this.built = built;
        this.wished = wished;
        this.proof = new LineProof(said(material));
    }

    private static List<Said> said(Material material) {
        var outcomes = Outcomes.of(material);
        var said = new ArrayList<Said>();
        for (var each : material.sentences()) {
            var outcome =
                    outcomes.decided().contains(said.size())
                            ? Said.Outcome.DECIDED
                            : outcomes.refused().contains(said.size())
                                    ? Said.Outcome.TURNED_DOWN
                                    : Said.Outcome.UNTOLD;
            said.add(new Said(each.text(), each.language(), each.speaker(), outcome));
        }
        return said;
    }

    /// Whether it is to be written in another language than was spoken, or in one of which Pharos
    /// knows no words, so that none can be compared.
    boolean foreign() {
        return !LineProof.knows(material.language())
                || !wished.language().equals("und")
                        && !wished.language().equals(material.language());
    }

    Summary of(WrittenReply reply) {
        var depth = wished.depth();
        var overview = lines(reply.overview(), Kind.LINE, depth.overview);
        var topics = topics(reply.topics());
        var points = lines(reply.points(), Kind.LINE, depth.points);
        var decisions = lines(reply.decisions(), Kind.DECISION, MOST_OF_A_KIND);
        var questions = lines(reply.questions(), Kind.QUESTION, MOST_OF_A_KIND);
        var actions = new ArrayList<Action>();
        for (var task : some(reply.actions(), MOST_OF_A_KIND)) {
            actions.add(action(task));
        }
        return new Summary(
                titled(reply) ? reply.title() : built.title(),
                built.language(),
                overview,
                topics,
                points,
                decisions,
                questions,
                actions,
                built.phrases(),
                tags(reply.tags()),
                built.words(),
                built.readingTime(),
                built.complexity(),
                lines == 0 ? 0 : proved / lines);
    }

    private static <T> List<T> some(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Line> lines(List<WrittenReply.Line> written, Kind kind, int most) {
        var all =
                some(written, MOST_OF_A_KIND).stream()
                        .map(each -> line(each.text(), kind, each.sentences(), List.of()))
                        .toList();
        all.forEach(this::counted);
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(each -> -worth(all.get(each))))
                .limit(most)
                .sorted()
                .map(all::get)
                .toList();
    }

    /// How much of a proof a line has: one in words of its own half of one.
    private static double worth(Line line) {
        var written = line.written();
        var doubt = written == null ? null : written.doubt();
        return doubt == null ? 1 : doubt.reason() == Doubt.Reason.REWORDED ? HALF : 0;
    }

    private Line counted(Line line) {
        lines++;
        proved += worth(line);
        return line;
    }

    /// @param missing what else was claimed and nobody said
    private Line line(String text, Kind kind, List<Integer> named, List<String> missing) {
        var doubt = doubt(text, kind, named);
        if (!missing.isEmpty()) {
            var before = doubt == null ? Stream.<String>empty() : doubt.missing().stream();
            var all = Stream.concat(before, missing.stream()).distinct().toList();
            doubt = new Doubt(Doubt.Reason.NOT_SAID, all);
        }
        var rests = named.stream().map(this::place).toList();
        var first = rests.isEmpty() ? whole() : rests.getFirst();
        var words =
                named.isEmpty()
                        ? new Anchor("", "", "")
                        : material.sentences().get(named.getFirst()).words();
        String there = doubt == null ? null : there(text, doubt, named);
        return new Line(text, null, first, words, new Written(rests, doubt, there));
    }

    private @Nullable String there(String text, Doubt doubt, List<Integer> named) {
        if (named.isEmpty() || doubt.reason() == Doubt.Reason.UNCHECKED) {
            return null;
        }
        var said = material.sentences().get(proof.nearest(text, named));
        var speaker = said.speaker();
        boolean known = speaker != null && !speaker.chars().allMatch(Character::isDigit);
        return (known ? speaker + ": " : "") + said.text();
    }

    private @Nullable Doubt doubt(String text, Kind kind, List<Integer> named) {
        return foreign() && !named.isEmpty()
                ? new Doubt(Doubt.Reason.UNCHECKED, List.of())
                : proof.doubt(text, kind, named);
    }

    private Place place(int sentence) {
        return material.sentences().get(sentence).place();
    }

    private Place whole() {
        return range(0, material.sentences().size() - 1);
    }

    private Place range(int from, int to) {
        var first = place(from);
        var last = place(to);
        return new Place(
                first.page(),
                first.heading(),
                first.paragraph(),
                first.startMs(),
                last.endMs(),
                first.startOffset(),
                last.endOffset());
    }

    private List<Section> topics(List<Topic> topics) {
        var sections = new ArrayList<Section>();
        for (var topic : some(topics, wished.depth().topics)) {
            var named = topic.lines().stream().flatMap(line -> line.sentences().stream()).toList();
            if (!named.isEmpty()) {
                int from = named.stream().min(Integer::compare).orElseThrow();
                int to = named.stream().max(Integer::compare).orElseThrow();
                sections.add(
                        new Section(
                                heading(topic.heading(), named, sections),
                                range(from, to),
                                lines(topic.lines(), Kind.LINE, wished.depth().linesOfTopic)));
            }
        }
        return sections;
    }

    /// As it is written where its words are said; else in words of the source, so that the lines
    /// below it do not stand under the heading before.
    private String heading(String written, List<Integer> named, List<Section> before) {
        if (said(written, named)) {
            return written;
        }
        String text =
                named.stream()
                        .distinct()
                        .map(each -> material.sentences().get(each).text())
                        .collect(Collectors.joining("\n"));
        var used = before.stream().map(Section::heading).filter(Objects::nonNull).toList();
        return built.phrases().stream()
                .map(KeyPhrase::text)
                .filter(phrase ->
                        text.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT)))
                .map(WrittenSummary::capitalised)
                .filter(phrase -> !used.contains(phrase))
                .findFirst()
                .orElseGet(() -> quoted(text.lines().findFirst().orElse("")));
    }

    private static String quoted(String sentence) {
        return NoteText.brief(sentence, HEADING).replaceFirst("[.!;:,]$", "");
    }

    private static String capitalised(String phrase) {
        int first = phrase.offsetByCodePoints(0, 1);
        return phrase.substring(0, first).toUpperCase(Locale.ROOT) + phrase.substring(first);
    }

    private boolean titled(WrittenReply reply) {
        var topical = reply.topics().stream().flatMap(topic -> topic.lines().stream());
        var others = Stream.concat(reply.overview().stream(), reply.points().stream());
        var named =
                Stream.concat(others, topical)
                        .flatMap(line -> line.sentences().stream())
                        .distinct()
                        .toList();
        return said(reply.title(), named);
    }

    /// Whether a title or heading has the words of these sentences. They are no lines with a mark,
    /// so that what is in doubt is left out.
    private boolean said(String title, List<Integer> named) {
        return !title.isBlank() && doubt(title, Kind.HEADING, named) == null;
    }

    private static boolean said(Set<String> there, Set<String> terms) {
        return !terms.isEmpty() && there.containsAll(terms);
    }

    private Action action(Task task) {
        var named = task.line().sentences();
        String language = material.language();
        String person = task.person();
        String due = task.due();
        var missing = new ArrayList<String>();
        if (person != null && !foreign() && !proof.does(person, task.line().text(), named)) {
            missing.add(person);
            person = null;
        }
        if (due != null && !foreign() && !proof.due(due, task.line().text(), named)) {
            missing.add(due);
            due = null;
        }
        var line = counted(line(task.line().text(), Kind.TASK, named, missing));
        return new Action(line, person, due, day(due, named, language));
    }

    private @Nullable LocalDate day(@Nullable String due, List<Integer> named, String language) {
        if (due == null) {
            return null;
        }
        var texts =
                Stream.concat(
                        Stream.of(due),
                        named.stream().map(each -> material.sentences().get(each).text()));
        return texts.flatMap(text -> DueDates.in(text, language, material.date()).stream())
                .filter(each -> each.said().contains(due) || due.contains(each.said()))
                .map(DueDates.Due::day)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// What is said from one sentence to another, and by whom.
    private String window(int from, int to) {
        var sentences = material.sentences();
        return sentences.subList(Math.max(0, from), Math.min(sentences.size(), to + 1)).stream()
                .map(each -> (each.speaker() == null ? "" : each.speaker() + ": ") + each.text())
                .collect(Collectors.joining("\n"));
    }

    /// Those of the library of which a word is said first; new ones whose words are all said; then
    /// those that are known without a model.
    private List<String> tags(List<String> wanted) {
        Map<String, String> existing = new LinkedHashMap<>();
        wished.existing().forEach(each -> existing.putIfAbsent(TagName.key(each), each));
        var names = wanted.stream().flatMap(each -> TagName.of(each).stream()).toList();
        var words = Terms.of(window(0, material.sentences().size() - 1), material.language());
        var known =
                names.stream()
                        .map(TagName::key)
                        .filter(existing::containsKey)
                        .filter(each -> !Collections.disjoint(words, terms(each)));
        var fresh =
                names.stream()
                        .filter(each -> !existing.containsKey(TagName.key(each)))
                        .filter(each -> said(words, terms(each)));
        Map<String, String> best = new LinkedHashMap<>();
        Stream.of(known.map(existing::get), fresh, built.tags().stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .forEach(each -> best.putIfAbsent(TagName.key(each), each));
        int most = Math.min(MOST_TAGS, Math.max(names.size(), built.tags().size()));
        return best.values().stream().limit(most).toList();
    }

    private Set<String> terms(String tag) {
        return Terms.of(tag.replaceAll("[/_-]", " "), material.language());
    }
}
