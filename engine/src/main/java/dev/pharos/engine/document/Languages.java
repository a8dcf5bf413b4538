package dev.pharos.engine.document;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Tells the main language of a text from its letter groups (Cavnar and Trenkle's method, with the
/// profiles of the language-detector library). Any thread. A call costs about 2 ms at most, for it
/// looks at samples only; the profiles take 25 MB.
final class Languages {

    static final String UNKNOWN = "und";

    private static final List<String> KNOWN =
            List.of(
                    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi",
                    "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr",
                    "uk", "vi", "zh-CN", "zh-TW");
    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 400;
    private static final int MIN_LETTERS = 12;
    private static final int MIN_IDEOGRAPHS = 4;
    private static final double MIN_PROBABILITY = 0.8;

    private Languages() {}

    /// The ISO 639-1 code of the main language, or [#UNKNOWN].
    static String of(String text) {
        var sample = sample(text);
        if (!enough(sample)) {
            return UNKNOWN;
        }
        var found = Detector.INSTANCE.getProbabilities(sample);
        return found.isEmpty() || found.getFirst().getProbability() < MIN_PROBABILITY
                ? UNKNOWN
                : found.getFirst().getLocale().getLanguage();
    }

    private static boolean enough(String sample) {
        long ideographs = sample.codePoints().filter(Character::isIdeographic).count();
        long letters = sample.codePoints().filter(Character::isLetter).count();
        return letters >= MIN_LETTERS || ideographs >= MIN_IDEOGRAPHS;
    }

    private static String sample(String text) {
        if (text.length() <= SAMPLES * SAMPLE_LENGTH) {
            return text;
        }
        var sample = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            int start = i * (text.length() / SAMPLES);
            sample.append(text, start, start + SAMPLE_LENGTH).append('\n');
        }
        return sample.toString();
    }

    private static final class Detector {
        static final LanguageDetector INSTANCE = load();

        private static LanguageDetector load() {
            try {
                var profiles = new ArrayList<LanguageProfile>();
                for (var language : KNOWN) {
                    profiles.add(
                            new LanguageProfileReader().readBuiltIn(LdLocale.fromString(language)));
                }
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(profiles)
                        .seed(1)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
