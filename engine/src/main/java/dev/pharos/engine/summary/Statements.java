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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds what was decided, what was asked and left open, and who is to do what, by the turns of
/// phrase of each language. Says rather nothing than something wrong: a question that is answered
/// at once, a wish, or what somebody does while they say it is none of them.
final class Statements {
    private static final int SHORTEST_QUESTION = 4;

    /// An answer begins within so many sentences.
    private static final int ANSWERED_WITHIN = 3;

    private static final int WHOLE_ANSWER = 4;
    private static final int TAKEN_WITHIN = 4;

    /// Sentences of the longest memo.
    private static final int MEMO = 12;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}'’-]+");

    private final Material material;
    private final Utterances said;
    private final Decisions decisions;
    private final Set<String> speakers = new HashSet<>();
    private final Set<String> uncapitalised = new HashSet<>();
    private final Set<String> things = new HashSet<>();

    Statements(Material material) {
        this.material = material;
        this.said = new Utterances(material);
        this.decisions = new Decisions(said);
        for (var sentence : material.sentences()) {
            var speaker = sentence.speaker();
            if (speaker != null) {
                speakers.add(speaker);
                speakers.addAll(Arrays.asList(SIGNS.split(speaker)));
            }
            note(sentence);
        }
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
        return decisions.all();
    }

    /// What was proposed and turned down, beside it how.
    List<Line> refused() {
        return decisions.refused();
    }

    List<Line> questions() {
        return lines(i -> left(i) || open(i));
    }

    /// Whether it says that something is open, and not only that what was asked right before is.
    private boolean left(int i) {
        return said.is("openquestion", i)
                && !said.is("decision", i)
                && !only(i)
                && !(i > 0 && said.is("unknown", i) && open(i - 1));
    }

    /// Whether it says of something before it that it is open: `That is still unclear.`
    private boolean only(int i) {
        return said.is("pointing", i) && SIGNS.split(said.text(i)).length <= SHORTEST_QUESTION + 1;
    }

    List<Action> actions() {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < said.size(); i++) {
            var assigned = said.sayable(i) ? assigned(i) : List.<Action>of();
            actions.addAll(assigned);
            if (said.sayable(i) && assigned.isEmpty() && !declined(i)) {
                int task = i;
                action(i).map(each -> taken(each, task)).ifPresent(actions::add);
            }
        }
        return List.copyOf(actions);
    }

    /// Whether who is asked to do it says at once that they cannot.
    private boolean declined(int i) {
        return i + 1 < said.size()
                && !said.sameVoice(i, i + 1)
                && said.is("declines", i + 1)
                && said.rules(i).pattern("request").matcher(said.text(i)).find();
    }

    /// What one takes over from another who cannot is what that one was asked: `I'll book it.`
    private Action taken(Action action, int i) {
        for (int asked = i - 1; said.leans(i) && asked >= Math.max(0, i - TAKEN_WITHIN); asked--) {
            if (declined(asked)) {
                var due = due(asked);
                return new Action(
                        said.line(i).with(said.line(asked)),
                        action.person(),
                        action.due() == null
                                ? due.map(DueDates.Due::said).orElse(null)
                                : action.due(),
                        action.day() == null
                                ? due.map(DueDates.Due::day).orElse(null)
                                : action.day());
            }
        }
        return action;
    }

    /// A test of a sentence by its number.
    private interface Test {
        boolean of(int sentence);
    }

    private List<Line> lines(Test test) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < said.size(); i++) {
            if (said.sayable(i) && test.of(i)) {
                lines.add(said.line(i));
            }
        }
        return List.copyOf(lines);
    }

    /// Whether a real question finds no answer: nobody says more than a word or that they do not
    /// know. Who goes on speaking after their own question has answered it.
    private boolean open(int i) {
        String text = said.text(i);
        var terms = Terms.of(text, material.sentences().get(i).language());
        boolean left = i + 1 < said.size() && said.is("unknown", i + 1);
        if (!text.endsWith("?")
                || SIGNS.split(text).length < (left ? SHORTEST_QUESTION - 1 : SHORTEST_QUESTION)
                || said.is("errand", i)
                || terms.size() < 2
                || !said.is("asking", i)
                || said.is("smalltalk", i)) {
            return false;
        }
        int last = Math.min(said.size() - 1, i + ANSWERED_WITHIN);
        for (int j = i + 1; j <= last; j++) {
            if (said.is("unknown", j)) {
                return true;
            }
            var answer = Terms.of(said.text(j), material.sentences().get(j).language());
            if (answer.size() >= WHOLE_ANSWER || said.listening(j)) {
                return false;
            }
        }
        return i == said.size() - 1;
    }

    /// Who is to do what by what was agreed: `We agreed that Ann pays and that Tom drives.`
    private List<Action> assigned(int i) {
        if (!said.is("decision", i) || said.is("undecided", i) || said.asked(i)) {
            return List.of();
        }
        var language = material.sentences().get(i).language();
        String text = said.text(i);
        var matcher = said.rules(i).pattern("assigned").matcher(text);
        var found = matcher.results().filter(each -> person(each.group("who"), language)).toList();
        var actions = new ArrayList<Action>();
        for (int each = 0; each < found.size(); each++) {
            int end = each + 1 < found.size() ? found.get(each + 1).start() : text.length();
            String clause = text.substring(found.get(each).start(), end);
            actions.add(action(i, found.get(each).group("who"), due(clause, i)));
        }
        return actions;
    }

    private Action action(int i, @Nullable String person, Optional<DueDates.Due> due) {
        return new Action(
                said.understood(i),
                person,
                due.map(DueDates.Due::said).orElse(null),
                due.map(DueDates.Due::day).orElse(null));
    }

    private Optional<Action> action(int i) {
        var sentence = material.sentences().get(i);
        String text = said.text(i);
        if (said.is("errand", i)) {
            return Optional.of(action(i, said.asked(i) ? answering(i) : null, due(i)));
        } else if (said.is("unpromised", i)) {
            return Optional.empty();
        }
        var charge = charge(i);
        boolean found = charge != null;
        @Nullable String person = charge == null ? null : charge.group("who");
        var due = charge == null ? due(i) : due(i, charge.start());
        var promise = said.rules(i).pattern("promise").matcher(text);
        if (!found && promise.find() && !text.endsWith("?")) {
            boolean ours = group(promise, "we") != null;
            due = due(i, promise.start());
            found = due.isPresent() || !ours && !said.is("live", i);
            person = ours ? null : sentence.speaker();
        }
        if (!found && due.isPresent() && !said.asked(i) && (promises(i) || said.is("doing", i))) {
            found = true;
            person = sentence.speaker();
        }
        if (!found) {
            var request = said.rules(i).pattern("request").matcher(text);
            if (request.find()) {
                person = asked(i, request);
                found = person != null || due.isPresent();
            }
        }
        if (!found && !text.endsWith("?")) {
            boolean own = due.isPresent() && said.is("duty", i);
            found =
                    own
                            || said.is("task", i)
                            || due.isPresent() && said.is("need", i)
                            || memo() && reminds(i);
            person = own ? sentence.speaker() : null;
        }
        return found ? Optional.of(action(i, person, due)) : Optional.empty();
    }

    private boolean reminds(int i) {
        var todo = said.rules(i).pattern("todo").matcher(said.text(i));
        if (!todo.find()) {
            return false;
        }
        @Nullable String verb = group(todo, "do");
        return verb == null || Phrasing.infinitive(verb, material.sentences().get(i).language());
    }

    /// Whether one tells a few things to oneself: `Buy bread. I must ask Ann.` is no recipe.
    private boolean memo() {
        return said.size() <= MEMO
                && said.voices() <= 1
                && IntStream.range(0, said.size()).anyMatch(i -> said.is("myself", i));
    }

    /// Where it is said of somebody what they will do.
    private @Nullable Matcher charge(int i) {
        String text = said.text(i);
        String language = material.sentences().get(i).language();
        var charge = said.rules(i).pattern("charge").matcher(text);
        while (!text.endsWith("?") && charge.find()) {
            if (name(charge.group("who"), language)) {
                return charge;
            }
        }
        return null;
    }

    private Optional<DueDates.Due> due(int i) {
        return due(said.text(i), i);
    }

    private Optional<DueDates.Due> due(String text, int i) {
        return DueDates.in(text, material.sentences().get(i).language(), material.date());
    }

    /// By when something is to be done that is said from there on: what else stands before it, as
    /// in `On Monday we met, I will write it down`, is another day.
    private Optional<DueDates.Due> due(int i, int at) {
        String text = said.text(i);
        return due(text.substring(at), i)
                .or(() ->
                        due(i).filter(each -> {
                            int end = text.indexOf(each.said()) + each.said().length();
                            return end >= at || !LETTER.matcher(text.substring(end, at)).find();
                        }));
    }

    /// Whether the dictionary tells that somebody says what they will do.
    private boolean promises(int i) {
        return Arrays.stream(SIGNS.split(said.text(i)))
                .filter(word -> !word.endsWith("м"))
                .flatMap(word ->
                        Phrasing.forms(word, material.sentences().get(i).language()).stream())
                .anyMatch(form -> form.future() && form.first());
    }

    /// Who is asked by name, or says yes to it right after.
    private @Nullable String asked(int i, Matcher request) {
        var language = material.sentences().get(i).language();
        for (var group : List.of("who", "other", "behind", "called", "told")) {
            @Nullable String named = group(request, group);
            if (named != null && name(named, language)) {
                return named;
            }
        }
        return answering(i);
    }

    /// Who says yes right after.
    private @Nullable String answering(int i) {
        if (i + 1 < said.size() && said.listening(i + 1)) {
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
        var parts = SIGNS.split(word);
        return speakers.contains(word)
                || !things.contains(parts[parts.length - 1]) && person(word, language);
    }

    private boolean person(String word, String language) {
        var rules = Rules.of(language);
        return Arrays.stream(SIGNS.split(word)).allMatch(part -> name(part, language, rules));
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
