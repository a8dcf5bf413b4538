package dev.pharos.ui.control;

import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.ui.Texts;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The languages that can be recognised in a recording, as they are chosen. For the JavaFX thread.
public final class SpokenLanguages {
    /// Stands for what the settings say, since a box for choosing shows nothing for null.
    public static final String USUAL = "";

    /// The languages that Whisper was trained on, ISO 639-1 and its own.
    private static final List<String> CODES =
            List.of(
                    ("af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu"
                                    + " ha he hi hr ht hu hy id is it ja jv ka kk km kn ko la lb ln lo lt"
                                    + " lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa"
                                    + " sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz"
                                    + " vi yi yo zh")
                            .split(" "));

    private SpokenLanguages() {}

    /// Fills a box: with those that are given first, which are no languages, and then with all, by
    /// their names.
    public static void fill(ComboBox<String> box, List<String> first, Texts texts) {
        Comparator<String> byName =
                Comparator.comparing(
                        code -> name(code, texts), Collator.getInstance(texts.locale()));
        box.getItems()
                .setAll(Stream.concat(first.stream(), CODES.stream().sorted(byName)).toList());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String code) {
                        return code == null ? "" : name(code, texts);
                    }

                    @Override
                    public String fromString(String name) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
    }

    /// @param code of a language, [SpeechToText#AUTO] or [#USUAL]
    public static String name(String code, Texts texts) {
        return switch (code) {
            case USUAL -> texts.text("making.spokenUsual");
            case SpeechToText.AUTO -> texts.text("speech.languageAuto");
            default -> Locale.of(code).getDisplayLanguage(texts.locale());
        };
    }
}
