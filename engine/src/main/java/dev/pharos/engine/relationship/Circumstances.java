package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.answer.KnownNames;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.search.Terms;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When and of what a claim is true, as what stands around it tells. What changes with time is
/// never compared across two times, nor across two places, editions or parts. Immutable.
///
/// @param own the times of its sentence
/// @param beside those of a dated sentence near it
/// @param above those of the headings, then the title
/// @param written when its note says that it was
/// @param title of its note
/// @param headings above it
/// @param text of its passage
record Circumstances(
        Times own,
        Times beside,
        List<Times> above,
        Times written,
        String title,
        String headings,
        String text) {

    private static final int BEFORE = 3;

    /// Letters of what stands before and behind in a compound.
    private static final int FORE = 4;

    private static final int HIND = 5;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}’'-]*");
    private static final Pattern WHICH =
            Pattern.compile("(?!(?:19|20)\\d\\d$).*\\d.*|[IVX]+|\\p{Lu}");

    private static final Pattern DIGIT = Pattern.compile("\\d+");

    /// What a word such as `summer` or `draft` may stand beside: a number, or a quarter.
    private static final List<String> NUMBERS = List.of("", "q");

    /// What two claims tell that do not go together, seen from what is around them.
    ///
    /// @param anchored whether the claims say by themselves what they speak of
    /// @param amounts whether they differ in how much, which may change from one day to the next
    record Both(Claim one, Claim other, boolean anchored, boolean amounts) {
        Wording wording() {
            return one.wording();
        }

        /// What is so at any time, or happened once.
        boolean lasting() {
            return both("once")
                    || both("author")
                    || one.tense() == Claim.Tense.PRESENT && measured(one) && measured(other);
        }

        private boolean both(String kind) {
            return wording().has(kind, one.core()) && wording().has(kind, other.core());
        }

        /// How long or high a thing is that nobody moves.
        private static boolean measured(Claim claim) {
            var wording = claim.wording();
            return wording.has("lasting", claim.core())
                    && claim.figures().stream()
                            .anyMatch(each -> wording.is("lengths", each.unit()));
        }

        /// Whether the claims say by themselves what they speak of, or the titles both do.
        boolean clear(String title, String other) {
            String first = one.first();
            return anchored
                    || first.equals(other().first())
                            && of(title).contains(first)
                            && of(other).contains(first);
        }

        private Set<String> of(String title) {
            return Set.copyOf(Terms.of(title, wording().language()));
        }

        boolean says(String word) {
            String stem = wording().stem(word);
            return one.terms().contains(stem) || other.terms().contains(stem);
        }
    }

    /// @param start of the claim's sentence in its passage
    /// @param date of its note
    static Circumstances of(Claim claim, int start, Titled titled, @Nullable Instant date) {
        var passage = titled.passage();
        var wording = claim.wording();
        String headings = Objects.requireNonNullElse(passage.place().heading(), "");
        return new Circumstances(
                Times.ofSentence(claim.core(), wording),
                beside(passage, start, wording),
                List.of(Times.ofLabel(headings, wording), Times.ofLabel(titled.title(), wording)),
                Times.of(date),
                titled.title(),
                headings,
                passage.text());
    }

    /// Of the sentences before, the nearest first, then of the next one.
    private static Times beside(Passage passage, int start, Wording wording) {
        var spans = Agreements.sentences(passage);
        int at = 0;
        while (at < spans.size() - 1 && spans.get(at).start() < start) {
            at++;
        }
        var near = new ArrayList<Sentences.Span>();
        for (int i = at - 1; i >= 0 && i >= at - BEFORE; i--) {
            near.add(spans.get(i));
        }
        if (at + 1 < spans.size()) {
            near.add(spans.get(at + 1));
        }
        return near.stream()
                .map(span -> Times.ofSentence(span.of(passage.text()), wording))
                .filter(times -> !times.empty())
                .findFirst()
                .orElse(Times.NONE);
    }

    /// Whether both claims may be true beside each other, because they are of different times or
    /// things.
    boolean apart(Circumstances other, Both both) {
        boolean sameYear = !own.years().isEmpty() && own.years().equals(other.own.years());
        if (both.clear(title, other.title) && (both.lasting() || sameYear)) {
            return false;
        }
        return timesApart(other)
                || both.amounts() && dated().apart(other.dated())
                || partsApart(other, both.wording())
                || namesApart(other, both);
    }

    private boolean timesApart(Circumstances other) {
        if (own.apart(other.own) || nearest().apart(other.nearest())) {
            return true;
        }
        if (!own.empty() || !other.own.empty()) {
            return false;
        }
        boolean titles = above.getLast().apart(other.above.getLast());
        return titles || beside.apart(other.beside) || all(above).apart(all(other.above));
    }

    private Times nearest() {
        return own.or(beside).or(all(above));
    }

    /// When, if nothing nearer tells, the note was written.
    private Times dated() {
        return nearest().or(written);
    }

    private static Times all(List<Times> scopes) {
        return scopes.stream().reduce(Times.NONE, Times::or);
    }

    /// `Q1` and `Q2`, the second and the third edition, summer and winter, draft and final.
    private boolean partsApart(Circumstances other, Wording wording) {
        var mine = which(but(label(), other.label()), wording);
        var theirs = which(but(other.label(), label()), wording);
        return wording.language().equals("de") && compoundsApart(title, other.title)
                || statesApart(title, other.title, wording)
                || statesApart(headings, other.headings, wording)
                || !Collections.disjoint(mine, theirs);
    }

    /// What kinds of words tell one part from another: `Q1` is told from `Q2` and from `summer`,
    /// `IV` from `3`, but none from `a-bridge-1`.
    private static Set<String> which(List<String> tokens, Wording wording) {
        var kinds = new HashSet<String>();
        for (String token : tokens) {
            if (wording.apart(wording.stem(token))) {
                kinds.addAll(NUMBERS);
            } else if (WHICH.matcher(token).matches()) {
                boolean counted = DIGIT.matcher(token).find();
                kinds.add(
                        counted
                                ? DIGIT.matcher(token).replaceAll("").toLowerCase(Locale.ROOT)
                                : "");
            }
        }
        return kinds;
    }

    /// `Sommerfahrplan` and `Winterfahrplan`: one word of each that ends alike.
    private static boolean compoundsApart(String one, String other) {
        var here = but(one, other);
        var there = but(other, one);
        if (here.size() != 1 || there.size() != 1) {
            return false;
        }
        String first = Facts.folded(here.getFirst());
        String second = Facts.folded(there.getFirst());
        int same = 0;
        int most = Math.min(first.length(), second.length()) - FORE;
        while (same < most
                && first.charAt(first.length() - 1 - same)
                        == second.charAt(second.length() - 1 - same)) {
            same++;
        }
        return same >= HIND;
    }

    private String label() {
        return title + " " + headings;
    }

    /// Whether two titles are the same but for the state that they tell.
    private static boolean statesApart(String one, String other, Wording wording) {
        return !wording.those("relative", one).equals(wording.those("relative", other))
                && rest(one, wording).equals(rest(other, wording));
    }

    private static Set<String> rest(String title, Wording wording) {
        String rest = wording.pattern("relative").matcher(title).replaceAll(" ");
        return Set.copyOf(Terms.of(rest, wording.language()));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }

    private static List<String> but(String label, String other) {
        var theirs = new HashSet<>(tokens(other));
        return tokens(label).stream().filter(token -> !theirs.contains(token)).toList();
    }

    /// The branches of two cities.
    private boolean namesApart(Circumstances other, Both both) {
        if (parallel(other, both) || complementsApart(other, both)) {
            return true;
        }
        var names = KnownNames.in(List.of(text, other.text));
        return named(other, both, names) && other.named(this, both, names);
    }

    /// The budget of the school, and that of the museum.
    private boolean complementsApart(Circumstances other, Both both) {
        var complement = both.wording().pattern("complement");
        var here = complement.matcher(title);
        var there = complement.matcher(other.title);
        return here.find()
                && there.find()
                && title.substring(0, here.start())
                        .equalsIgnoreCase(other.title.substring(0, there.start()))
                && Stream.of(here, there)
                        .map(each -> each.group("what"))
                        .noneMatch(each -> both.wording().common(each) || both.says(each))
                && !here.group("what").equalsIgnoreCase(there.group("what"));
    }

    /// Whether the titles are alike but for a name.
    private boolean parallel(Circumstances other, Both both) {
        var here = tokens(title);
        var there = tokens(other.title);
        if (here.size() != there.size() || here.size() < 2) {
            return false;
        }
        var rivals = new ArrayList<String>();
        int different = 0;
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).equalsIgnoreCase(there.get(i))) {
                different++;
                rivals.addAll(Arrays.asList(here.get(i), there.get(i)));
            }
        }
        return different == 1
                && rivals.stream()
                        .allMatch(each ->
                                Character.isUpperCase(each.codePointAt(0))
                                        && !both.wording().common(each)
                                        && !both.says(each));
    }

    /// Whether the title has a name of which the other note knows nothing.
    private boolean named(Circumstances other, Both both, Set<String> names) {
        String theirs = Facts.folded(other.title + " " + other.text);
        return titleNames(names, both.wording())
                .anyMatch(each -> !both.says(each) && !theirs.contains(Facts.folded(each)));
    }

    /// Those that the texts know as names, and words that in a title can hardly be anything else.
    private Stream<String> titleNames(Set<String> names, Wording wording) {
        var words = tokens(title);
        return IntStream.range(0, words.size())
                .filter(i ->
                        names.contains(Facts.folded(words.get(i)))
                                || i > 0
                                        && wording.is("whither", words.get(i - 1))
                                        && Character.isUpperCase(words.get(i).codePointAt(0))
                                        && !wording.common(words.get(i)))
                .mapToObj(words::get);
    }
}
