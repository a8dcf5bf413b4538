package dev.pharos.engine.summary;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.summary.Summary.Complexity;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.summary.Summary.Section;
import dev.pharos.engine.summary.TopicSegmentation.Topic;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts one [Summary] together. No sentence stands in its overview, its points and its topics
/// twice. For one thread, once.
final class Writing {
    private static final int OVERVIEW_WORDS = 30;
    private static final int TITLE_WORDS = 8;
    private static final Map<String, Integer> WORDS_A_MINUTE =
            Map.of("en", 228, "de", 179, "ru", 184);
    private static final int ANY_WORDS_A_MINUTE = 200;

    /// Sentences of which none is left out.
    private static final int FEW = 8;

    private static final int SHORTEST = 3;

    /// From so many words on there is enough to choose from.
    private static final double ENOUGH_WORDS = 300;

    /// What is so near a chosen sentence is told by it.
    private static final double TOLD = 0.4;

    /// What was decided tells more than other sentences, and what is to be done stands elsewhere.
    private static final double DECIDED = 1.5;

    private static final double TO_DO = -1;
    private static final int FEW_LINES = 100;
    private static final int LONG_WORD = 6;

    /// A sentence so near to the one beside it speaks of the same.
    private static final double BESIDE = 0.3;

    private static final int LOOKED_AT = 40;
    private static final Map<String, Integer> LONGER_WORDS = Map.of("de", 8, "ru", 8);
    private static final int EASY = 38;
    private static final int HARD = 52;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}'’-]+");

    private static final Pattern FILE = Pattern.compile("\\S*[_\\p{Nd}.-]\\S*");

    private final Material material;
    private final List<Unit> units;
    private final KeyPhrases phrases;
    private final List<Topic> topics;
    private final Depth depth;
    private final SentenceRanking ranking;
    private final Set<Integer> used = new HashSet<>();

    /// What was proposed, with how it was accepted or turned down, by where it begins.
    private final Map<Integer, Line> told = new HashMap<>();

    /// Where the sentences begin that accept it or turn it down.
    private final Set<Integer> answers = new HashSet<>();

    Writing(Gathered gathered, KeyPhrases phrases, List<Topic> topics, Depth depth) {
        this.material = gathered.material();
        this.units = gathered.units();
        this.phrases = phrases;
        this.topics = topics;
        this.depth = depth;
        this.ranking = new SentenceRanking(gathered);
    }

    Summary summary(List<String> tags) {
        var statements = new Statements(material);
        var decisions = statements.decisions();
        decisions.forEach(this::tell);
        ranking.decide(decisions.stream().map(Line::place).toList(), DECIDED);
        var refused = statements.refused();
        refused.forEach(this::tell);
        ranking.weigh(refused.stream().map(Line::place).toList(), TO_DO);
        var actions = statements.actions();
        ranking.weigh(actions.stream().map(each -> each.line().place()).toList(), TO_DO);
        ranking.weigh(
                actions.stream()
                        .flatMap(each -> Stream.ofNullable(each.line().beside()))
                        .map(Line::place)
                        .toList(),
                TO_DO);
        var everything = new Topic(0, units.size(), null);
        var overview = take(OVERVIEW_WORDS * depth.overview, depth.overview, everything, _ -> true);
        var points = few() ? rest() : take(depth.points, everything, _ -> true);
        var sections = sections();
        int words =
                material.sentences().stream()
                        .mapToInt(sentence -> Fluency.words(sentence.text()))
                        .sum();
        return new Summary(
                title(overview),
                material.language(),
                overview,
                sections,
                points,
                decisions,
                statements.questions(),
                actions,
                phrases.best(depth.phrases),
                tags,
                words,
                readingTime(words),
                complexity(),
                confidence());
    }

    /// Whether one has said so little that all of it is told: a memo of five sentences that loses
    /// two is worse than the memo.
    private boolean few() {
        long voices = units.stream().map(each -> each.sentence().speaker()).distinct().count();
        return depth != Depth.BRIEF && units.size() <= FEW && voices == 1;
    }

    private void tell(Line line) {
        told.put(line.place().startOffset(), line);
        var answer = line.beside();
        if (answer != null && answer.place().startOffset() > line.place().startOffset()) {
            answers.add(answer.place().startOffset());
        }
    }

    private List<Line> take(int most, Topic of, IntPredicate which) {
        return take(Integer.MAX_VALUE / 2, most, of, which);
    }

    /// The best that are not used yet.
    private List<Line> take(int words, int most, Topic of, IntPredicate which) {
        return taken(
                ranking.best(
                        words,
                        most,
                        i -> i >= of.from() && i < of.to() && free(i) && which.test(i)));
    }

    /// All that says something; the first words may be but a name, as `Note to self.`
    private List<Line> rest() {
        return taken(
                IntStream.range(0, units.size())
                        .filter(i -> free(i) && units.get(i).words() >= SHORTEST + (i == 0 ? 1 : 0))
                        .boxed()
                        .toList());
    }

    private List<Line> taken(List<Integer> best) {
        used.addAll(best);
        return ranking.lines(best).stream()
                .map(line -> {
                    var known = told.get(line.place().startOffset());
                    return known == null ? line : line.with(known.beside());
                })
                .toList();
    }

    /// Neither used nor told beside what it answers.
    private boolean free(int i) {
        return !used.contains(i)
                && !answers.contains(units.get(i).sentence().place().startOffset());
    }

    private List<Section> sections() {
        var headings = phrases.headings(topics);
        var called = new HashSet<String>();
        headings.forEach(each -> each.ifPresent(called::add));
        var sections = new ArrayList<Section>();
        for (int i = 0; i < topics.size(); i++) {
            sections.add(section(topics.get(i), headings.get(i).orElse(null), called));
        }
        return sections;
    }

    /// Lines below the topic's own heading, or below a phrase that they speak of.
    ///
    /// @param found the phrase that tells the topic best
    /// @param called by which topics are called
    private Section section(Topic topic, @Nullable String found, Set<String> called) {
        var own = topic.heading();
        if (own != null || found == null) {
            return new Section(own, place(topic), take(depth.linesOfTopic, topic, _ -> true));
        }
        var lines = take(depth.linesOfTopic, topic, near(found, topic));
        for (var other : lines.isEmpty() ? others(topic, called) : List.<String>of()) {
            lines = take(depth.linesOfTopic, topic, near(other, topic));
            if (!lines.isEmpty()) {
                called.add(other);
                return new Section(other, place(topic), lines);
            }
        }
        return lines.isEmpty()
                ? new Section(null, place(topic), take(depth.linesOfTopic, topic, _ -> true))
                : new Section(found, place(topic), lines);
    }

    /// The phrases that stand in a sentence of a topic that may be told, best first.
    private List<String> others(Topic topic, Set<String> called) {
        return phrases.best(LOOKED_AT).stream()
                .map(each -> KeyPhrases.capital(each.text()))
                .filter(each -> !called.contains(each))
                .filter(each -> {
                    var words = Terms.of(each, material.language());
                    return IntStream.range(topic.from(), topic.to())
                            .filter(i -> free(i) && ranking.worth(i))
                            .anyMatch(i -> units.get(i).terms().containsAll(words));
                })
                .toList();
    }

    /// The sentences of a topic with a word of its heading, and those right beside them that speak
    /// of the same.
    private IntPredicate near(String heading, Topic topic) {
        var named = new HashSet<Integer>();
        for (int i = topic.from(); i < topic.to(); i++) {
            var unit = units.get(i);
            var words = Terms.of(heading, unit.sentence().language());
            if (!Collections.disjoint(unit.terms(), words)) {
                int here = i;
                named.add(here);
                IntStream.of(i - 1, i + 1)
                        .filter(other -> other >= topic.from() && other < topic.to())
                        .filter(other -> ranking.near(here, other) >= BESIDE)
                        .forEach(named::add);
            }
        }
        return named::contains;
    }

    private Place place(Topic topic) {
        var first = units.get(topic.from()).sentence().place();
        var last = units.get(topic.to() - 1).sentence().place();
        return new Place(
                first.page(),
                first.heading(),
                first.paragraph(),
                first.startMs(),
                last.endMs(),
                first.startOffset(),
                last.endOffset());
    }

    /// Its own where that says something, else its best phrases, else its first words.
    private @Nullable String title(List<Line> overview) {
        if (overview.isEmpty()) {
            return null;
        }
        if (says(material.title())) {
            return material.title();
        }
        var headings = units.getFirst().sentence().place().heading();
        if (headings != null && says(headings.split(Place.HEADING_SEPARATOR)[0])) {
            return headings.split(Place.HEADING_SEPARATOR)[0];
        }
        var told = plain(overview.getFirst());
        if (told.isPresent()) {
            return told.get();
        }
        var best = phrases.best(2);
        if (best.isEmpty()) {
            var words = overview.getFirst().text().split(" ");
            String first =
                    String.join(
                            " ", List.of(words).subList(0, Math.min(TITLE_WORDS, words.length)));
            return words.length > TITLE_WORDS ? first + "…" : first;
        }
        return KeyPhrases.capital(String.join(", ", best.stream().map(KeyPhrase::text).toList()));
    }

    /// What the first line of a few written lines tells, where that is short and names something.
    private Optional<String> plain(Line first) {
        int words = units.stream().mapToInt(Unit::words).sum();
        var rules = Rules.of(material.language());
        String text = first.text().replaceFirst("^[^:,.]{2,20}: ", "");
        String clause = text.split("[,;.?!](?:\\s|$)")[0];
        var said = Word.of(clause, material.language());
        boolean whole =
                said.stream().anyMatch(word -> word.part() == PartOfSpeech.VERB)
                        && said.stream()
                                .anyMatch(word -> word.part().noun() && !rules.weak(word.text()))
                        && rules.words("article")
                                .contains(clause.split(" ")[0].toLowerCase(Locale.ROOT))
                        && !Leaning.leans(said, material.language());
        boolean brief = clause.split(" ").length <= TITLE_WORDS;
        return !material.spoken() && words < FEW_LINES && whole && brief
                ? Optional.of(KeyPhrases.capital(clause))
                : Optional.empty();
    }

    /// Whether a title is more than what a program or a device gave a file: a name without spaces
    /// has to be one that the text speaks of.
    private boolean says(String title) {
        var words = telling(title);
        return !words.isEmpty() && (!FILE.matcher(title).matches() || spoken(words));
    }

    /// Whether a title is only that of a device or a program.
    static boolean hollow(String title) {
        return telling(title).isEmpty();
    }

    private static List<String> telling(String title) {
        var hollow = new HashSet<String>();
        for (var language : List.of("en", "de", "ru")) {
            hollow.addAll(Rules.of(language).words("untitled"));
        }
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> word.length() > 2 && !hollow.contains(word))
                .toList();
    }

    private boolean spoken(List<String> words) {
        var terms = Terms.of(String.join(" ", words), material.language());
        return units.stream().anyMatch(unit -> !Collections.disjoint(unit.terms(), terms));
    }

    private Duration readingTime(int words) {
        int pace = WORDS_A_MINUTE.getOrDefault(material.language(), ANY_WORDS_A_MINUTE);
        return Duration.ofSeconds(Math.round(60.0 * words / pace));
    }

    private Complexity complexity() {
        int longer = LONGER_WORDS.getOrDefault(material.language(), LONG_WORD);
        long words = 0;
        long longWords = 0;
        for (var unit : units) {
            var all = SIGNS.split(unit.text());
            words += all.length;
            longWords += Arrays.stream(all).filter(word -> word.length() > longer).count();
        }
        double lix =
                units.isEmpty()
                        ? 0
                        : words / (double) units.size() + 100.0 * longWords / Math.max(1, words);
        if (lix < EASY) {
            return Complexity.BEGINNER;
        }
        return lix < HARD ? Complexity.INTERMEDIATE : Complexity.ADVANCED;
    }

    private double confidence() {
        if (used.isEmpty()) {
            return 0;
        }
        double certain =
                used.stream()
                        .mapToDouble(i -> units.get(i).sentence().certainty())
                        .average()
                        .orElse(0);
        double told = 0;
        int words = 0;
        for (int i = 0; i < units.size(); i++) {
            int unit = i;
            double near = used.stream().mapToDouble(j -> ranking.near(unit, j)).max().orElse(0);
            told += units.get(i).words() * Math.min(1, near / TOLD);
            words += units.get(i).words();
        }
        double enough = Math.min(1, 0.5 + words / ENOUGH_WORDS / 2);
        return Math.clamp(certain * told / words * enough, 0, 1);
    }
}
