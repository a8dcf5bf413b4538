package dev.pharos.models.audio;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// How alike voices are, told from the means and deviations of their features along axes that are
/// weighed by how much people differ on them and how much one person does: linear discriminant
/// analysis, and the ratio of two normal distributions over it (Prince and Elder, 2007; of
/// differences only, so that what one microphone adds to everybody does not count). It was learnt
/// from some seconds each of 38 people (the README beside the weights tells how) and knows short
/// pieces better than [VoiceGaussian#apart], which is the surer one of long pieces. Any thread.
final class VoiceLikeness {

    private static final String WEIGHTS = "voice_likeness.bin";
    private static final int HALF = VoiceFeatures.COUNT;
    private static final int AXES = 2 * HALF;

    /// Moments of a piece from which was learnt, on which one voice varies by 1 along each axis.
    private static final double PIECE = 40;

    /// How much one voice varies however long it is heard: another mood, another distance.
    private static final double DRIFT = 0.1;

    /// What was added to each variance before learning.
    private static final double FLOOR = 0.3;

    private static final VoiceLikeness LEARNT = new VoiceLikeness();

    private final double[][] axes = new double[AXES][2 * HALF];

    /// How much people differ along each axis, where one voice varies by 1.
    private final double[] between = new double[AXES];

    private VoiceLikeness() {
        var resource = VoiceLikeness.class.getResourceAsStream(WEIGHTS);
        try (var in =
                new DataInputStream(new BufferedInputStream(Objects.requireNonNull(resource)))) {
            for (var axis : axes) {
                read(in, axis);
            }
            read(in, between);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(DataInputStream in, double[] numbers) throws IOException {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
    }

    /// By how much two voices are likelier two than one, as a logarithm. Below 0 they are one.
    static double apart(VoiceGaussian one, VoiceGaussian other) {
        var a = LEARNT.place(one);
        var b = LEARNT.place(other);
        double within = PIECE / one.count() + PIECE / other.count() + 2 * DRIFT;
        double twice = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double distance = a[axis] - b[axis];
            double strangers = within + 2 * LEARNT.between[axis];
            twice +=
                    distance * distance * (1 / within - 1 / strangers)
                            + Math.log(within / strangers);
        }
        return twice / 2;
    }

    private double[] place(VoiceGaussian voice) {
        var features = new double[2 * HALF];
        for (int i = 0; i < HALF; i++) {
            double mean = voice.sums()[i] / voice.count();
            double variance = voice.products()[i * HALF + i] / voice.count() - mean * mean;
            features[i] = mean;
            features[HALF + i] = Math.log(Math.max(variance, 0) + FLOOR) / 2;
        }
        var place = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            for (int i = 0; i < features.length; i++) {
                place[axis] += axes[axis][i] * features[i];
            }
        }
        return place;
    }
}
