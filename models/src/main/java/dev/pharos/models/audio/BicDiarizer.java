package dev.pharos.models.audio;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.transcription.Diarizer;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Tells voices apart: pieces of speech are joined from the bottom up while [VoiceLikeness] takes
/// them for one voice; then, as LIUM SpkDiarization does, the borders are found anew by the most
/// likely path through the voices, and voices are joined that the Bayesian information criterion
/// takes for one (Meignier and Merlin, 2010). Voices must each speak for some seconds; who speaks
/// at once with another is not heard. Holds about 100 bytes for each 16 ms of speech. Any thread.
public final class BicDiarizer implements Diarizer {

    /// Moments in a piece that is taken to be of one voice, about 2 s.
    private static final int PIECE = 120;

    /// Pieces that are compared each with each at once, about 10 minutes; what is left of some such
    /// groups is compared again.
    private static final int GROUP = 300;

    /// What a change of voice costs, as a logarithm of likelihood; less in a pause.
    private static final double CHANGE = 60;

    private static final double CHANGE_IN_PAUSE = 20;
    private static final int ROUNDS = 4;

    /// A voice with less than that, about 1 s, is none of its own.
    private static final int LEAST = 40;

    /// A piece in which a voice sounds for less, about 0.25 s, says nothing of whose it is.
    private static final int LEAST_PIECE = 15;

    /// More voices than that are not told apart with any certainty; the closest are joined.
    private static final int MOST = 20;

    /// Below 0 where two voices are one.
    private interface Criterion {
        double apart(VoiceGaussian one, VoiceGaussian other);
    }

    @Override
    public List<Turn> turns(AudioStream sound, List<Span> speech, Progress progress)
            throws ProblemException {
        var moments = Moments.of(sound, speech, progress);
        var pieces = pieces(moments);
        var voices = settled(moments, voices(pieces, VoiceLikeness::apart, progress), progress);
        if (voices.size() == 1) {
            voices = twoOnOneLine(moments, pieces, voices, progress);
        }
        return moments.turns(path(moments, voices));
    }

    /// Two voices on one telephone line can lie too far from what was learnt to seem different;
    /// their own sound tells them apart. More than two are rather one voice in several moods.
    private static List<VoiceGaussian> twoOnOneLine(
            Moments moments,
            List<VoiceGaussian> pieces,
            List<VoiceGaussian> one,
            Progress progress) {
        var voices = settled(moments, voices(pieces, VoiceGaussian::apart, progress), progress);
        return voices.size() == 2 ? voices : one;
    }

    /// The voices after their borders have been found again and again.
    private static List<VoiceGaussian> settled(
            Moments moments, List<VoiceGaussian> begun, Progress progress) {
        var voices = begun;
        for (int round = 0; round < ROUNDS && voices.size() > 1; round++) {
            progress.checkpoint();
            voices =
                    joined(
                            relearnt(moments, path(moments, voices), voices.size()),
                            VoiceGaussian::apart,
                            progress);
        }
        return voices;
    }

    /// Each span of speech cut evenly, what is too short for a voice left out.
    private static List<VoiceGaussian> pieces(Moments moments) {
        var pieces = new ArrayList<VoiceGaussian>();
        for (var stretch : moments.stretches()) {
            int length = stretch.to() - stretch.from();
            int parts = Math.max(1, Math.round(length / (float) PIECE));
            for (int part = 0; part < parts; part++) {
                int from = stretch.from() + length * part / parts;
                int to = stretch.from() + length * (part + 1) / parts;
                var piece =
                        VoiceGaussian.of(
                                moments.features(),
                                moments.voiced().get(from, to).stream().map(m -> from + m));
                if (piece.count() >= LEAST_PIECE) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }

    private static List<VoiceGaussian> voices(
            List<VoiceGaussian> pieces, Criterion criterion, Progress progress) {
        if (pieces.size() <= GROUP) {
            return joined(pieces, criterion, progress);
        }
        var left = new ArrayList<VoiceGaussian>();
        for (int from = 0; from < pieces.size(); from += GROUP) {
            var group = pieces.subList(from, Math.min(pieces.size(), from + GROUP));
            left.addAll(joined(group, criterion, progress));
        }
        return left.size() < pieces.size()
                ? voices(left, criterion, progress)
                : joined(left, criterion, progress);
    }

    /// Joins the two that are least apart, again and again.
    private static List<VoiceGaussian> joined(
            List<VoiceGaussian> pieces, Criterion criterion, Progress progress) {
        var voices = new ArrayList<>(pieces);
        var apart = new ArrayList<double[]>();
        for (int i = 0; i < voices.size(); i++) {
            progress.checkpoint();
            var row = new double[i];
            for (int j = 0; j < i; j++) {
                row[j] = criterion.apart(voices.get(i), voices.get(j));
            }
            apart.add(row);
        }
        while (voices.size() > 1) {
            progress.checkpoint();
            int first = 1;
            int second = 0;
            for (int i = 1; i < voices.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (apart.get(i)[j] < apart.get(first)[second]) {
                        first = i;
                        second = j;
                    }
                }
            }
            if (apart.get(first)[second] >= 0 && voices.size() <= MOST) {
                break;
            }
            join(voices, apart, first, second, criterion);
        }
        return voices;
    }

    private static void join(
            List<VoiceGaussian> voices,
            List<double[]> apart,
            int gone,
            int grown,
            Criterion criterion) {
        voices.set(grown, voices.get(grown).with(voices.remove(gone)));
        apart.remove(gone);
        for (int i = gone; i < apart.size(); i++) {
            var row = apart.get(i);
            System.arraycopy(row, gone + 1, row, gone, i - gone);
            apart.set(i, Arrays.copyOf(row, i));
        }
        for (int i = 0; i < voices.size(); i++) {
            if (i != grown) {
                apart.get(Math.max(i, grown))[Math.min(i, grown)] =
                        criterion.apart(voices.get(i), voices.get(grown));
            }
        }
    }

    /// The most likely voice of each moment where changes cost (Viterbi, 1967).
    private static int[] path(Moments moments, List<VoiceGaussian> voices) {
        int count = moments.count();
        if (voices.size() <= 1) {
            return new int[count];
        }
        var likelihoods = new float[voices.size()][];
        for (int v = 0; v < voices.size(); v++) {
            likelihoods[v] = voices.get(v).likelihoods(moments);
        }
        var starts = new BitSet();
        moments.stretches().forEach(stretch -> starts.set(stretch.from()));
        var score = new double[voices.size()];
        var from = new byte[count][voices.size()];
        for (int moment = 0; moment < count; moment++) {
            int best = highest(score);
            double top = score[best];
            double cost = starts.get(moment) ? CHANGE_IN_PAUSE : CHANGE;
            for (int v = 0; v < score.length; v++) {
                boolean change = top - cost > score[v];
                from[moment][v] = (byte) (change ? best : v);
                score[v] = (change ? top - cost : score[v]) + likelihoods[v][moment];
            }
        }
        var path = new int[count];
        int voice = highest(score);
        for (int moment = count - 1; moment >= 0; moment--) {
            path[moment] = voice;
            voice = from[moment][voice];
        }
        return path;
    }

    private static int highest(double[] score) {
        int best = 0;
        for (int v = 1; v < score.length; v++) {
            best = score[v] > score[best] ? v : best;
        }
        return best;
    }

    /// The voices as their moments now say, without those that hardly speak.
    private static List<VoiceGaussian> relearnt(Moments moments, int[] speakers, int voices) {
        return IntStream.range(0, voices)
                .mapToObj(voice ->
                        VoiceGaussian.of(
                                moments.features(),
                                moments.voiced().stream().filter(m -> speakers[m] == voice)))
                .filter(voice -> voice.count() >= LEAST)
                .toList();
    }
}
