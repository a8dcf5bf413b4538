package dev.pharos.engine.summary;

import dev.pharos.engine.summary.Summary.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds what was decided: said to be so in one sentence, or proposed in one and accepted in
/// another. What nobody accepts, and what is turned down, is no decision. For one thread, once.
final class Decisions {
    /// What is agreed to was said within so many sentences before.
    private static final int PROPOSED_WITHIN = 5;

    private static final int WHOLE_PROPOSAL = 3;

    private final Utterances said;
    private final boolean several;

    /// By the sentence that says what: the one that accepts it, or -1.
    private final Map<Integer, Integer> decided = new TreeMap<>();

    Decisions(Utterances said) {
        this.said = said;
        this.several = said.voices() > 1;
        for (int i = 0; i < said.size(); i++) {
            if (said.heard("dropped", i)) {
                drop(i);
            } else if (!said.is("decision", i) && Vote.in(said, i).isPresent()) {
                vote(i);
            } else if (!said.is("undecided", i) && agreed(i) && !refused(i)) {
                read(i);
            }
        }
    }

    List<Line> all() {
        var lines = new ArrayList<Line>();
        decided.forEach((what, accepted) ->
                lines.add(
                        accepted < 0
                                ? alone(what)
                                : said.proposed(what).with(said.quoted(accepted))));
        return List.copyOf(lines);
    }

    /// What stays as it is has beside it what was turned down: `No, it stays free.`
    private Line alone(int what) {
        for (int i = what - 1; said.leans(what) && i >= Math.max(0, what - PROPOSED_WITHIN); i--) {
            if (said.is("proposal", i) && refused(i) && said.is("keeps", what)) {
                return said.line(what).with(said.line(i));
            }
        }
        return said.understood(what);
    }

    /// What was proposed and turned down at once, beside it how.
    List<Line> refused() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < said.size(); i++) {
            if (said.is("proposal", i) && telling(i) && refused(i) && !decided.containsKey(i)) {
                lines.add(said.line(i).with(said.quoted(answer(i))));
            }
        }
        return List.copyOf(lines);
    }

    Outcomes outcomes() {
        var settled = new TreeSet<>(decided.keySet());
        decided.values().stream().filter(each -> each >= 0).forEach(settled::add);
        var refused = new TreeSet<Integer>();
        for (int i = 0; i < said.size(); i++) {
            if (said.is("proposal", i) && refused(i) && !settled.contains(i)) {
                refused.add(i);
            }
        }
        return new Outcomes(settled, refused);
    }

    private void read(int i) {
        var agreed = said.heard("agrees", i) ? accepted(i, "proposal") : Optional.<Integer>empty();
        if (agreed.isPresent()) {
            decided.put(agreed.get(), i);
        } else if (said.is("settled", i) && !replies(i)) {
            proposal(i).or(() -> statement(i)).ifPresent(what -> accept(what, i));
        } else if (said.heard("stays", i)
                || said.is("decision", i) && (several || !said.is("consequence", i))) {
            boolean agrees = said.sayable(i) && said.leans(i) && !said.is("keeps", i);
            var what = agrees ? proposal(i) : Optional.<Integer>empty();
            if (what.isPresent()) {
                decided.put(what.get(), i);
            } else if (said.sayable(i)) {
                decided.putIfAbsent(i, -1);
            }
        } else if (said.heard("accepts", i)) {
            var what = accepted(i, "proposes");
            what.ifPresent(each -> decided.put(each, i));
            if (what.isEmpty() && said.heard("firm", i)) {
                concluded(i).forEach(each -> decided.put(each, i));
            }
        } else if (said.heard("concludes", i) && telling(i) && concerned(i).isPresent()) {
            conclude(i, concerned(i).get());
        } else if (said.is("resolve", i) && chairs(i) && telling(i)) {
            decided.putIfAbsent(i, -1);
        }
    }

    /// What more are for than against is decided: what is said of it right behind, else what was
    /// proposed before. What was asked or accepted of it until then counts no more.
    private void vote(int i) {
        boolean carried = Vote.in(said, i).orElseThrow() == Vote.CARRIED;
        for (int what = i - 1; what >= Math.max(0, i - PROPOSED_WITHIN); what--) {
            boolean concerned = said.is("proposal", what);
            if (concerned && (said.asked(what) || !carried)) {
                decided.remove(what);
            }
            if (concerned) {
                break;
            }
        }
        if (!carried) {
            return;
        }
        int next = i + 1;
        boolean told = next < said.size() && !another(next, i) && telling(next);
        if (told && !said.asked(next) && !said.heard("cue", next)) {
            decided.put(next, i);
        } else {
            proposal(i).ifPresent(what -> decided.put(what, i));
        }
    }

    /// The proposal that a conclusion has a day or number of: `So the party is on 18 July.`
    private Optional<Integer> concerned(int i) {
        var figures = said.figures(i);
        for (int what = i - 1; what >= Math.max(0, i - PROPOSED_WITHIN); what--) {
            if (said.is("proposal", what)
                    && !refused(what)
                    && !Collections.disjoint(figures, said.figures(what))) {
                return Optional.of(what);
            }
        }
        return Optional.empty();
    }

    /// It tells what was decided, where it is more than `So on the 18th.`
    private void conclude(int i, int proposal) {
        if (said.telling(i) < WHOLE_PROPOSAL) {
            accept(proposal, i);
        } else {
            decided.remove(proposal);
            decided.putIfAbsent(i, -1);
        }
    }

    /// The sentences of the turn before, from the one that draws a conclusion: `Then we buy none.
    /// We have the old one repaired.`
    private List<Integer> concluded(int yes) {
        int last = yes - 1;
        while (last > 0 && said.listening(last)) {
            last--;
        }
        if (last < 0 || !another(last, yes) || said.line(last).speaker() == null) {
            return List.of();
        }
        var turn = new ArrayList<Integer>();
        boolean begun = false;
        int first = last;
        while (first > 0 && said.sameVoice(first - 1, last)) {
            first--;
        }
        for (int each = first; each <= last; each++) {
            int i = each;
            begun |= said.heard("concludes", i);
            if (begun && said.asked(i)) {
                return List.of();
            } else if (begun && telling(i) && !decided.containsKey(i)) {
                turn.removeIf(before -> said.continues(i) && before == i - 1);
                turn.add(i);
            }
        }
        return turn;
    }

    /// A later word of agreement tells more, unless something else was said before it.
    private void accept(int what, int how) {
        int known = decided.getOrDefault(what, -1);
        boolean still = true;
        for (int i = known + 1; known >= 0 && i < how; i++) {
            still &= !said.asked(i) && said.telling(i) < WHOLE_PROPOSAL;
        }
        if (still) {
            decided.put(what, how);
        }
    }

    /// Whether it answers a question that proposes nothing: `Who brings the chairs?`
    private boolean replies(int i) {
        return i > 0
                && said.asked(i - 1)
                && said.telling(i - 1) > 1
                && !said.is("proposal", i - 1)
                && another(i, i - 1);
    }

    /// What was decided right before, or proposed, is no longer.
    private void drop(int i) {
        for (int what = i - 1; what >= Math.max(0, i - PROPOSED_WITHIN); what--) {
            if (decided.remove(what) != null || said.is("proposal", what)) {
                return;
            }
        }
    }

    /// Not asked, or asked and agreed to at once.
    private boolean agreed(int i) {
        return !said.asked(i) || i + 1 < said.size() && said.heard("yes", i + 1);
    }

    /// Whether another one says no to it at once.
    private boolean refused(int i) {
        int answer = answer(i);
        return answer < said.size() && refuses(answer, i);
    }

    /// What is said to it that is more than `Hm.`, behind all that its own voice tells of it.
    private int answer(int i) {
        int next = i + 1;
        while (next < said.size() && goesOn(next, i) && !refuses(next, i)) {
            next++;
        }
        return next;
    }

    private boolean goesOn(int next, int i) {
        boolean own = !another(next, i) && !said.asked(next) && !said.is("proposal", next);
        return said.listening(next) || own && next - i < PROPOSED_WITHIN;
    }

    private boolean refuses(int no, int what) {
        return said.heard("dropped", no) || said.heard("refusal", no) && another(no, what);
    }

    private boolean another(int one, int other) {
        return !said.sameVoice(one, other) || said.line(one).speaker() == null;
    }

    /// Whether somebody speaks against what was proposed before it is agreed to.
    private boolean opposed(int what, int decision) {
        for (int i = what + 1; i < decision; i++) {
            if (said.heard("dropped", i)
                    || another(i, what) && (said.heard("refusal", i) || said.is("objects", i))) {
                return true;
            }
        }
        return false;
    }

    private boolean telling(int i) {
        return said.sayable(i) && said.telling(i) >= WHOLE_PROPOSAL - 1;
    }

    /// What was proposed before a sentence that agrees, and not turned down between them.
    private Optional<Integer> proposal(int decision) {
        for (int i = decision - 1; i >= Math.max(0, decision - PROPOSED_WITHIN); i--) {
            boolean brief = said.text(i).contains(" ") && said.continues(i);
            if (said.is("proposal", i) && (telling(i) || brief)) {
                return opposed(i, decision) ? Optional.empty() : Optional.of(i);
            } else if (said.heard("refusal", i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// What was said last before `Let's do it that way.`, if it is something to do.
    private Optional<Integer> statement(int decision) {
        for (int i = decision - 1; i >= Math.max(0, decision - PROPOSED_WITHIN); i--) {
            if (said.heard("refusal", i) || said.heard("dropped", i)) {
                return Optional.empty();
            } else if (telling(i) && said.telling(i) >= WHOLE_PROPOSAL && !said.asked(i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// What another one has proposed in the last turn that says something.
    private Optional<Integer> accepted(int yes, String proposes) {
        int last = yes - 1;
        while (last > 0
                && said.telling(last) < WHOLE_PROPOSAL
                && !said.heard("refusal", last)
                && !(said.asked(last) && said.is("proposal", last))) {
            last--;
        }
        for (int i = last; i >= Math.max(0, yes - PROPOSED_WITHIN); i--) {
            boolean own = said.sameVoice(i, yes) && said.line(i).speaker() != null;
            if (own || !said.sameVoice(i, last)) {
                return Optional.empty();
            } else if (said.is(proposes, i) && telling(i)
                    || i == last && said.is("proposal", i) && !said.figures(i).isEmpty()) {
                return opposed(i, yes) ? Optional.empty() : Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Whether the one speaks who opened the talk.
    private boolean chairs(int i) {
        @Nullable String speaker = said.line(i).speaker();
        for (int first = 0; first < i; first++) {
            if (said.heard("opening", first) || said.heard("cue", first)) {
                return speaker != null && said.sameVoice(first, i);
            }
        }
        return false;
    }
}
