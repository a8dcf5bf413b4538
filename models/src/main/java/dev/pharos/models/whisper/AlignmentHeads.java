package dev.pharos.models.whisper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The heads of a model's decoder whose attention follows the sound word by word, from which
/// dynamic time warping reads when each token was spoken (`word_timestamps` of OpenAI's Whisper).
/// Which ones do is a property of each trained model; its fine-tuned and quantised forms keep it.
///
/// @param preset whisper.cpp 1.7.1's number for a list that it has itself
/// @param heads the list where it has none
record AlignmentHeads(int preset, List<Head> heads) {

    record Head(int layer, int number) {}

    private record Shape(int state, int textLayers, int vocabulary) {}

    private static final int CUSTOM = 2;
    private static final int ENGLISH = 51_864;
    private static final int MANY = 51_865;
    private static final int WITH_CANTONESE = 51_866;

    /// tiny, base, small, medium, each English-only and not, large-v2, large-v3, large-v3-turbo,
    /// and the demo's. The first large model cannot be told from the second, which is the common
    /// one.
    private static final Map<Shape, AlignmentHeads> KNOWN =
            Map.ofEntries(
                    Map.entry(new Shape(384, 4, ENGLISH), preset(3)),
                    Map.entry(new Shape(384, 4, MANY), preset(4)),
                    Map.entry(new Shape(512, 6, ENGLISH), preset(5)),
                    Map.entry(new Shape(512, 6, MANY), preset(6)),
                    Map.entry(new Shape(768, 12, ENGLISH), preset(7)),
                    Map.entry(new Shape(768, 12, MANY), preset(8)),
                    Map.entry(new Shape(1024, 24, ENGLISH), preset(9)),
                    Map.entry(new Shape(1024, 24, MANY), preset(10)),
                    Map.entry(new Shape(1280, 32, MANY), preset(12)),
                    Map.entry(new Shape(1280, 32, WITH_CANTONESE), preset(13)),
                    Map.entry(
                            new Shape(1280, 4, WITH_CANTONESE),
                            custom(
                                    new Head(2, 4),
                                    new Head(2, 11),
                                    new Head(3, 3),
                                    new Head(3, 6),
                                    new Head(3, 11),
                                    new Head(3, 14))),
                    Map.entry(new Shape(128, 3, ENGLISH), custom(new Head(0, 1), new Head(0, 2))));

    /// @return null for a model of unknown shape
    static @Nullable AlignmentHeads of(ModelHeader header) {
        return KNOWN.get(new Shape(header.state(), header.textLayers(), header.vocabulary()));
    }

    private static AlignmentHeads preset(int number) {
        return new AlignmentHeads(number, List.of());
    }

    private static AlignmentHeads custom(Head... heads) {
        return new AlignmentHeads(CUSTOM, List.of(heads));
    }
}
