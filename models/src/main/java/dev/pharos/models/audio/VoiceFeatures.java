package dev.pharos.models.audio;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

import java.util.Arrays;

/// What a voice sounds like in a moment: mel-frequency cepstral coefficients (Davis and
/// Mermelstein, 1980), which describe the shape of the vocal tract, and how periodic the moment is.
/// For one thread.
final class VoiceFeatures {

    /// Samples that a moment looks at, 32 ms.
    static final int WINDOW = 512;

    /// Coefficients 1 to 19, as the 0th is loudness and says nothing of a voice; and the pitch.
    static final int COUNT = 20;

    private static final int CEPSTRUM = COUNT - 1;

    private static final int RATE = 16_000;
    private static final int SPECTRUM = 1024;
    private static final int BANDS = 30;
    private static final double LOWEST = 80;
    private static final double HIGHEST = 7600;

    /// Samples in the longest and shortest period of a speaking voice, 70 and 400 Hz.
    private static final int LONGEST_PERIOD = RATE / 70;

    private static final int SHORTEST_PERIOD = RATE / 400;

    /// Below this share of the energy that repeats, a moment is breath, hiss or pause.
    private static final double VOICED = 0.5;

    /// So that pitch varies about as much as a coefficient: 10 is a factor of e.
    private static final double PITCH_SCALE = 10;

    private static final double[] TAPER = taper();
    private static final double[] TAPER_REPEATS = taperRepeats();
    private static final double[][] COSINES = cosines();
    private static final double[] EDGES = edges();

    private final double[] real = new double[SPECTRUM];
    private final double[] imaginary = new double[SPECTRUM];
    private final double[] bands = new double[BANDS];

    /// @param samples [#WINDOW] of them from `offset` on
    /// @param into room for [#COUNT] numbers from `at` on
    /// @return whether the voice sounds at all, which alone says who speaks
    boolean of(float[] samples, int offset, float[] into, int at) {
        transform(samples, offset);
        Arrays.fill(bands, 1e-10);
        for (int bin = 0; bin < SPECTRUM; bin++) {
            double power = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            if (bin < SPECTRUM / 2) {
                share(bin * (double) RATE / SPECTRUM, power);
            }
            real[bin] = power;
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] = Math.log(bands[band]);
        }
        for (int c = 0; c < CEPSTRUM; c++) {
            double sum = 0;
            for (int band = 0; band < BANDS; band++) {
                sum += bands[band] * COSINES[c][band];
            }
            into[at + c] = (float) sum;
        }
        int period = period();
        into[at + CEPSTRUM] = (float) (PITCH_SCALE * Math.log((double) RATE / 100 / period));
        return repeats(period) > VOICED;
    }

    /// The lag at which the moment repeats itself best, from the power spectrum in `real`.
    private int period() {
        Arrays.fill(imaginary, 0);
        fourier();
        int best = SHORTEST_PERIOD;
        for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
            best = repeats(lag) > repeats(best) ? lag : best;
        }
        return best;
    }

    private double repeats(int lag) {
        return real[lag] / (real[0] + 1e-10) / TAPER_REPEATS[lag];
    }

    private void fourier() {
        FastFourierTransformer.transformInPlace(
                new double[][] {real, imaginary}, DftNormalization.STANDARD, TransformType.FORWARD);
    }

    private void transform(float[] samples, int offset) {
        Arrays.fill(imaginary, 0);
        Arrays.fill(real, WINDOW, SPECTRUM, 0);
        float before = samples[offset];
        for (int i = 0; i < WINDOW; i++) {
            float sample = samples[offset + i];
            real[i] = (sample - 0.97f * before) * TAPER[i];
            before = sample;
        }
        fourier();
    }

    /// Triangular bands: each frequency belongs to the two bands around it.
    private void share(double frequency, double power) {
        double mel = mel(frequency);
        if (mel <= EDGES[0] || mel >= EDGES[BANDS + 1]) {
            return;
        }
        double place = (mel - EDGES[0]) / (EDGES[1] - EDGES[0]);
        int below = (int) place;
        double part = place - below;
        if (below > 0) {
            bands[below - 1] += power * (1 - part);
        }
        if (below < BANDS) {
            bands[below] += power * part;
        }
    }

    private static double mel(double frequency) {
        return 1127 * Math.log(1 + frequency / 700);
    }

    private static double[] edges() {
        var edges = new double[BANDS + 2];
        double step = (mel(HIGHEST) - mel(LOWEST)) / (BANDS + 1);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = mel(LOWEST) + i * step;
        }
        return edges;
    }

    private static double[] taper() {
        var taper = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            taper[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        return taper;
    }

    /// The autocorrelation of the taper itself, which would favour short periods.
    private static double[] taperRepeats() {
        var repeats = new double[LONGEST_PERIOD + 1];
        for (int lag = 0; lag < repeats.length; lag++) {
            for (int i = lag; i < WINDOW; i++) {
                repeats[lag] += TAPER[i] * TAPER[i - lag];
            }
        }
        double whole = repeats[0];
        return Arrays.stream(repeats).map(repeat -> repeat / whole).toArray();
    }

    private static double[][] cosines() {
        var cosines = new double[CEPSTRUM][BANDS];
        for (int c = 0; c < CEPSTRUM; c++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[c][band] =
                        Math.sqrt(2.0 / BANDS) * Math.cos(Math.PI * (c + 1) * (band + 0.5) / BANDS);
            }
        }
        return cosines;
    }
}
