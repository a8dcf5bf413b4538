package dev.pharos.engine.relationship;

import dev.pharos.engine.relationship.Figure.Kind;
import dev.pharos.engine.relationship.Relationship.Type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one claim does to another. Strict: where anything else differs that could make both speak
/// of different things, nothing is said, because one false contradiction costs more trust than ten
/// missed ones.
///
/// @param share of the words that both have in common
/// @param says the word or number of the first that does not go with the other; empty where the
///   other denies it
/// @param denies the same of the other
record Verdict(Type type, double share, String says, String denies) {
    private static final double SUPPORTING = 0.5;
    private static final double CONTRADICTING = 0.6;
    private static final double DENYING = 0.7;
    private static final int SHARED = 2;
    private static final int BESIDE = 2;
    private static final int GENERAL = 4;

    /// A *not* in a longer sentence may belong to another part of it.
    private static final int SIMPLE = 12;

    /// Whether two amounts do not go together.
    boolean amounts() {
        return type == Type.CONTRADICTS && says.matches(".*\\d.*");
    }

    /// A word or number of each that cannot both be right.
    private record Clash(String here, String there, boolean number) {}

    /// What two claims of one language have in common, and what not.
    private record Compared(
            Claim one, Claim other, Set<String> here, Set<String> there, List<Clash> clashes) {
        int shared() {
            return one.terms().size() - here.size() - opposites();
        }

        int opposites() {
            return (int) clashes.stream().filter(each -> !each.number()).count();
        }

        double share() {
            int most = Math.max(one.terms().size(), other.terms().size()) - opposites();
            return most <= 0 ? 0 : shared() / (double) most;
        }
    }

    static Optional<Verdict> of(Claim one, Claim other) {
        if (one.wording() != other.wording()
                || far(one, other)
                || one.copies(other)
                || apart(one, other)) {
            return Optional.empty();
        }
        var author = Authorship.of(one);
        var rival = Authorship.of(other);
        if (author.isPresent() || rival.isPresent()) {
            return author.flatMap(each -> rival.flatMap(each::against));
        }
        var proof = proves(one, other).or(() -> proves(other, one));
        if (proof.isPresent()) {
            return proof;
        }
        var here = new ArrayList<>(one.figures());
        var there = new ArrayList<>(other.figures());
        here.removeIf(figure -> other.figures().stream().anyMatch(figure::equal));
        there.removeIf(figure -> one.figures().stream().anyMatch(figure::equal));
        var clashes = new ArrayList<Clash>();
        if (!here.isEmpty() || !there.isEmpty()) {
            if (here.size() != 1
                    || there.size() != 1
                    || !clash(one, other, here.getFirst(), there.getFirst())) {
                return Optional.empty();
            }
            clashes.add(new Clash(here.getFirst().written(), there.getFirst().written(), true));
        }
        var compared = compared(one, other, clashes);
        boolean denied = one.denials() != other.denials();
        if (one.denials() + other.denials() > 1) {
            return Optional.empty();
        }
        int turns = compared.clashes().size() + (denied ? 1 : 0);
        return turns == 0
                ? supports(compared)
                : turns == 1 ? contradicts(compared, denied) : Optional.empty();
    }

    /// Whether they have so little in common that no more has to be looked at; one word of each may
    /// be the opposite of the other's.
    private static boolean far(Claim one, Claim other) {
        long both = one.terms().stream().filter(other.terms()::contains).count();
        int most = Math.max(one.terms().size(), other.terms().size());
        return both < SHARED || both < SUPPORTING * (most - 1);
    }

    /// Whether they speak of other times, quantities or things.
    private static boolean apart(Claim one, Claim other) {
        var wording = one.wording();
        return one.tense() != other.tense()
                || !wording.those("quantity", one.core())
                        .equals(wording.those("quantity", other.core()))
                || !wording.those("bounds", one.core())
                        .equals(wording.those("bounds", other.core()));
    }

    private static boolean clash(Claim one, Claim other, Figure here, Figure there) {
        if (here.kind() != there.kind() || !here.unit().equals(there.unit())) {
            return false;
        }
        var wording = one.wording();
        return switch (here.kind()) {
            case WHICH -> false;
            case WHEN -> wording.has("once", one.core()) && wording.has("once", other.core());
            case AMOUNT ->
                    wording.those("bounds", one.core()).isEmpty()
                            && !((wording.has("about", one.core())
                                            || wording.has("about", other.core()))
                                    && here.near(there));
        };
    }

    private static Compared compared(Claim one, Claim other, List<Clash> numbers) {
        var here = one.but(other);
        var there = other.but(one);
        var clashes = new ArrayList<>(numbers);
        for (String word : List.copyOf(here)) {
            there.stream()
                    .filter(each -> one.wording().opposite(word, each))
                    .filter(each -> !word.equals(one.first()) && !each.equals(other.first()))
                    .findFirst()
                    .ifPresent(opposite -> {
                        here.remove(word);
                        there.remove(opposite);
                        clashes.add(words(one, word, other, opposite));
                    });
        }
        return new Compared(one, other, here, there, clashes);
    }

    /// No words where one says that something has no effect: what stands there for it is ours.
    private static Clash words(Claim one, String word, Claim other, String opposite) {
        String idle = one.wording().stem(one.wording().text("inertly"));
        return word.equals(idle) || opposite.equals(idle)
                ? new Clash("", "", false)
                : new Clash(one.written(word), other.written(opposite), false);
    }

    private static Optional<Verdict> contradicts(Compared compared, boolean denied) {
        var one = compared.one();
        var other = compared.other();
        boolean number = !denied && compared.clashes().getFirst().number();
        boolean tight =
                compared.here().size() <= BESIDE
                        && compared.there().size() <= BESIDE
                        && (number
                                || simple(one)
                                        && simple(other)
                                        && compared.here().size() + compared.there().size() <= 1);
        boolean another =
                differs(one, compared.here())
                        || differs(other, compared.there())
                        || compared.here().contains(one.first())
                        || compared.there().contains(other.first());
        boolean enough =
                compared.shared() >= SHARED
                        && compared.share() >= (number ? CONTRADICTING : DENYING);
        if (!tight || another || !enough) {
            return Optional.empty();
        }
        var clash = denied ? new Clash("", "", false) : compared.clashes().getFirst();
        return Optional.of(
                new Verdict(Type.CONTRADICTS, compared.share(), clash.here(), clash.there()));
    }

    /// One clause, so that what denies or turns belongs to all of it.
    private static boolean simple(Claim claim) {
        String rest = claim.wording().pattern("introduces").matcher(claim.core()).replaceAll(" ");
        return claim.terms().size() <= SIMPLE && !rest.matches("(?s).*[,;:–—(].*");
    }

    private static boolean differs(Claim claim, Set<String> words) {
        return words.stream()
                .anyMatch(word -> claim.capital().contains(word) || claim.wording().apart(word));
    }

    private static Optional<Verdict> supports(Compared compared) {
        var one = compared.one();
        var other = compared.other();
        boolean figures = one.figures().stream().anyMatch(figure -> figure.kind() != Kind.WHICH);
        var names = new HashSet<>(one.capital());
        names.retainAll(other.capital());
        boolean proved = figures || !german(one) && names.size() >= SHARED;
        int less = Math.min(compared.here().size(), compared.there().size());
        int more = Math.max(compared.here().size(), compared.there().size());
        boolean subjects =
                compared.here().contains(one.first()) && compared.there().contains(other.first());
        boolean rivals = differs(one, compared.here()) && differs(other, compared.there());
        return proved
                        && !subjects
                        && !rivals
                        && less <= 1
                        && more <= 1 + BESIDE
                        && compared.shared() >= SHARED
                        && compared.share() >= SUPPORTING
                ? Optional.of(new Verdict(Type.SUPPORTS, compared.share(), "", ""))
                : Optional.empty();
    }

    /// Whether a study has found what the other says in general.
    private static Optional<Verdict> proves(Claim study, Claim general) {
        var wording = study.wording();
        var units = study.figures().stream().map(Figure::unit).toList();
        boolean found =
                !study.figures().isEmpty()
                        && general.figures().isEmpty()
                        && general.terms().size() >= GENERAL
                        && study.denials() + general.denials() == 0
                        && wording.has("evidence", study.core())
                        && general.but(study).isEmpty()
                        && study.but(general).stream()
                                .map(study::written)
                                .allMatch(word ->
                                        wording.is("evidence", word)
                                                || units.contains(wording.unit(word)));
        return found
                ? Optional.of(new Verdict(Type.SUPPORTS, SUPPORTING, "", ""))
                : Optional.empty();
    }

    /// Every noun has a capital letter there.
    private static boolean german(Claim claim) {
        return claim.wording().language().equals("de");
    }
}
