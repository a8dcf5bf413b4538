package dev.pharos.engine.summary;

import dev.pharos.engine.summary.Summary.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
            if (!said.is("undecided", i) && agreed(i) && !refused(i)) {
                read(i);
            }
        }
    }

    List<Line> all() {
        var lines = new ArrayList<Line>();
        decided.forEach((what, accepted) ->
                lines.add(
                        accepted < 0
                                ? said.understood(what)
                                : said.line(what).with(said.quoted(accepted))));
        return List.copyOf(lines);
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

    private void read(int i) {
        if (said.is("settled", i)) {
            proposal(i).or(() -> statement(i)).ifPresent(what -> decided.put(what, i));
        } else if (said.is("decision", i) && (several || !said.is("consequence", i))) {
            var what = said.sayable(i) && said.leans(i) ? proposal(i) : Optional.<Integer>empty();
            if (what.isPresent()) {
                decided.put(what.get(), i);
            } else if (said.sayable(i)) {
                decided.putIfAbsent(i, -1);
            }
        } else if (said.heard("accepts", i)) {
            accepted(i).ifPresent(what -> decided.put(what, i));
        } else if (said.is("resolve", i) && chairs(i) && telling(i)) {
            decided.putIfAbsent(i, -1);
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

    /// What is said to it that is more than `Hm.`
    private int answer(int i) {
        int next = i + 1;
        while (next < said.size() && said.listening(next) && !refuses(next, i)) {
            next++;
        }
        return next;
    }

    private boolean refuses(int no, int what) {
        return said.heard("refusal", no)
                && (!said.sameVoice(no, what) || said.line(no).speaker() == null);
    }

    private boolean telling(int i) {
        return said.sayable(i) && said.telling(i) >= WHOLE_PROPOSAL - 1;
    }

    /// What was proposed before a sentence that agrees, and not turned down between them.
    private Optional<Integer> proposal(int decision) {
        for (int i = decision - 1; i >= Math.max(0, decision - PROPOSED_WITHIN); i--) {
            if (said.is("proposal", i) && telling(i)) {
                return Optional.of(i);
            } else if (said.heard("refusal", i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// What was said last before `Let's do it that way.`, if it is something to do.
    private Optional<Integer> statement(int decision) {
        for (int i = decision - 1; i >= Math.max(0, decision - PROPOSED_WITHIN); i--) {
            if (said.heard("refusal", i)) {
                return Optional.empty();
            } else if (telling(i) && said.telling(i) >= WHOLE_PROPOSAL && !said.asked(i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// What another one has proposed in the last turn that says something.
    private Optional<Integer> accepted(int yes) {
        int last = yes - 1;
        while (last > 0 && said.telling(last) < WHOLE_PROPOSAL && !said.heard("refusal", last)) {
            last--;
        }
        for (int i = last; i >= Math.max(0, yes - PROPOSED_WITHIN); i--) {
            boolean own = said.sameVoice(i, yes) && said.line(i).speaker() != null;
            if (own || !said.sameVoice(i, last)) {
                return Optional.empty();
            } else if (said.is("proposes", i) && telling(i)) {
                return Optional.of(i);
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
