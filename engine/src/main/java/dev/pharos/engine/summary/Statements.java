package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Material.Sentence;
import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what was decided, what was asked and left open, and who is to do what, by the turns of
/// phrase of each language. Says rather nothing than something wrong: a question that is answered
/// at once, a wish, or what somebody does while they say it is none of them.
final class Statements {
    private static final int SHORTEST_QUESTION = 4;

    /// An answer begins within so many sentences.
    private static final int ANSWERED_WITHIN = 3;

    private static final int WHOLE_ANSWER = 4;

    /// What is agreed to was said within so many sentences before.
    private static final int PROPOSED_WITHIN = 5;

    private static final int WHOLE_PROPOSAL = 3;
    private static final int LONGEST_WORDS = 60;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}'’-]+");

    private static final Pattern NOTE_MARK =
            Pattern.compile("(?<=[\\p{L}.,;:!?)\"”’])(?:\\[\\d{1,3}\\])+(?=[\\s.,;:!?]|$)");

    private final Material material;
    private final List<String> texts = new ArrayList<>();
    private final Set<String> speakers = new HashSet<>();
    private final Set<String> uncapitalised = new HashSet<>();
    private final Set<String> things = new HashSet<>();

    Statements(Material material) {
        this.material = material;
        for (var sentence : material.sentences()) {
            texts.add(text(material, sentence));
            var speaker = sentence.speaker();
            if (speaker != null) {
                speakers.add(speaker);
                speakers.addAll(Arrays.asList(SIGNS.split(speaker)));
            }
            note(sentence);
        }
    }

    static String text(Material material, Sentence sentence) {
        return material.spoken()
                ? Speech.clean(sentence.text(), sentence.language())
                : written(sentence.text());
    }

    /// Without the numbers of notes behind words, and without what is no word.
    static String written(String text) {
        String plain = NOTE_MARK.matcher(text).replaceAll("");
        return Speech.noiseless(plain).replaceAll("\\s+", " ").strip();
    }

    /// Names have no article and are never written small.
    private void note(Sentence sentence) {
        var articles = Rules.of(sentence.language()).words("article");
        String before = "";
        for (String word : SIGNS.split(sentence.text())) {
            if (articles.contains(before)) {
                things.add(word);
            }
            before = word.toLowerCase(Locale.ROOT);
            if (word.equals(before)) {
                uncapitalised.add(word);
            }
        }
    }

    List<Line> decisions() {
        var decided = new TreeSet<Integer>();
        for (int i = 0; i < texts.size(); i++) {
            if ((is("decision", i) || is("settled", i)) && !is("undecided", i) && said(i)) {
                var what = is("settled", i) ? proposal(i) : Optional.of(i).filter(this::sayable);
                what.ifPresent(decided::add);
            }
        }
        return decided.stream().map(this::line).toList();
    }

    /// What was proposed before a sentence that only agrees, else what was said last.
    private Optional<Integer> proposal(int decision) {
        @Nullable Integer last = null;
        for (int i = decision - 1; i >= Math.max(0, decision - PROPOSED_WITHIN); i--) {
            var terms = Terms.of(texts.get(i), material.sentences().get(i).language());
            if (sayable(i) && terms.size() >= WHOLE_PROPOSAL) {
                if (is("proposal", i)) {
                    return Optional.of(i);
                }
                last = last == null && !texts.get(i).endsWith("?") ? Integer.valueOf(i) : last;
            }
        }
        return Optional.ofNullable(last);
    }

    /// Not asked, or asked and agreed to at once.
    private boolean said(int i) {
        return !texts.get(i).endsWith("?")
                || i + 1 < texts.size()
                        && rules(i + 1)
                                .pattern("yes")
                                .matcher(material.sentences().get(i + 1).text())
                                .find();
    }

    List<Line> questions() {
        return lines(i -> is("openquestion", i) && !is("decision", i) && !only(i) || open(i));
    }

    /// Whether it says of something before it that it is open: `That is still unclear.`
    private boolean only(int i) {
        return is("pointing", i) && SIGNS.split(texts.get(i)).length <= SHORTEST_QUESTION + 1;
    }

    List<Action> actions() {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < texts.size(); i++) {
            if (sayable(i)) {
                action(i).ifPresent(actions::add);
            }
        }
        return List.copyOf(actions);
    }

    /// A test of a sentence by its number.
    private interface Test {
        boolean of(int sentence);
    }

    private List<Line> lines(Test test) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < texts.size(); i++) {
            if (sayable(i) && test.of(i)) {
                lines.add(line(i));
            }
        }
        return List.copyOf(lines);
    }

    private boolean sayable(int i) {
        int words = SIGNS.split(texts.get(i)).length;
        return words > 2 && words <= LONGEST_WORDS;
    }

    private Line line(int i) {
        var sentence = material.sentences().get(i);
        return new Line(texts.get(i), sentence.speaker(), sentence.place(), sentence.words());
    }

    private Rules rules(int i) {
        return Rules.of(material.sentences().get(i).language());
    }

    private boolean is(String key, int i) {
        return rules(i).pattern(key).matcher(texts.get(i)).find();
    }

    /// Whether a real question finds no answer: nobody says more than a word or that they do not
    /// know. Who goes on speaking after their own question has answered it.
    private boolean open(int i) {
        String text = texts.get(i);
        var terms = Terms.of(text, material.sentences().get(i).language());
        if (!text.endsWith("?")
                || SIGNS.split(text).length < SHORTEST_QUESTION
                || terms.size() < 2
                || !is("asking", i)
                || is("smalltalk", i)) {
            return false;
        }
        int last = Math.min(texts.size() - 1, i + ANSWERED_WITHIN);
        for (int j = i + 1; j <= last; j++) {
            if (is("unknown", j)) {
                return true;
            }
            var said = Terms.of(texts.get(j), material.sentences().get(j).language());
            if (said.size() >= WHOLE_ANSWER || listening(j)) {
                return false;
            }
        }
        return i == texts.size() - 1;
    }

    /// `Yes.`, and what else is said to agree.
    private boolean listening(int i) {
        var sentence = material.sentences().get(i);
        return Speech.empty(sentence.text(), sentence.language());
    }

    private Optional<Action> action(int i) {
        var sentence = material.sentences().get(i);
        String text = texts.get(i);
        if (is("unpromised", i)) {
            return Optional.empty();
        }
        var due = DueDates.in(text, sentence.language(), material.date());
        @Nullable String person = null;
        boolean found = false;
        var charge = rules(i).pattern("charge").matcher(text);
        while (!found && charge.find()) {
            person = charge.group("who");
            found = !text.endsWith("?") && name(person, sentence.language());
        }
        var promise = rules(i).pattern("promise").matcher(text);
        if (!found && promise.find() && !text.endsWith("?")) {
            boolean ours = group(promise, "we") != null;
            found = due.isPresent() || !ours && !is("live", i);
            person = ours ? null : sentence.speaker();
        }
        if (!found) {
            var request = rules(i).pattern("request").matcher(text);
            if (request.find()) {
                person = asked(i, request);
                found = person != null || due.isPresent();
            }
        }
        if (!found && !text.endsWith("?")) {
            boolean own = due.isPresent() && is("duty", i);
            found = own || is("task", i) || due.isPresent() && is("need", i);
            person = own ? sentence.speaker() : null;
        }
        return found
                ? Optional.of(
                        new Action(
                                line(i),
                                person,
                                due.map(DueDates.Due::said).orElse(null),
                                due.map(DueDates.Due::day).orElse(null)))
                : Optional.empty();
    }

    /// Who is asked by name, or says yes to it right after.
    private @Nullable String asked(int i, Matcher request) {
        var language = material.sentences().get(i).language();
        for (var group : List.of("who", "other", "behind")) {
            @Nullable String named = group(request, group);
            if (named != null && name(named, language)) {
                return named;
            }
        }
        if (i + 1 < texts.size() && listening(i + 1)) {
            var speaker = material.sentences().get(i).speaker();
            var next = material.sentences().get(i + 1).speaker();
            return Objects.equals(speaker, next) ? null : next;
        }
        return null;
    }

    private static @Nullable String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }

    private boolean name(String word, String language) {
        if (speakers.contains(word)) {
            return true;
        }
        var parts = SIGNS.split(word);
        var rules = Rules.of(language);
        return !things.contains(parts[parts.length - 1])
                && Arrays.stream(parts).allMatch(part -> name(part, language, rules));
    }

    private boolean name(String part, String language, Rules rules) {
        String lower = part.toLowerCase(Locale.ROOT);
        return rules.words("title").contains(lower)
                || !Terms.of(part, language).isEmpty()
                        && !uncapitalised.contains(lower)
                        && !rules.words("weak").contains(lower)
                        && !rules.words("personal").contains(lower)
                        && !rules.words("article").contains(lower)
                        && !rules.matches("monthname", lower)
                        && !rules.matches("weekdayname", lower);
    }
}
