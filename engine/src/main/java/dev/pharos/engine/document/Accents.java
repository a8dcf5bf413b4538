package dev.pharos.engine.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Joins accents that a page draws as glyphs of their own (as TeX does) with the letters below
/// them.
final class Accents {

    private static final String SPACING = "`´¨ˆ˜¯˘˙¸˚˝˛ˇ^~";
    private static final String COMBINING =
            "\u0300\u0301\u0308\u0302\u0303\u0304\u0306\u0307\u0327\u030A\u030B\u0328\u030C\u0302\u0303";

    private Accents() {}

    static List<Glyph> joined(List<Glyph> glyphs) {
        if (glyphs.stream().noneMatch(glyph -> mark(glyph) != 0)) {
            return glyphs;
        }
        var out = new ArrayList<Glyph>(glyphs.size());
        for (int i = 0; i < glyphs.size(); i++) {
            var glyph = glyphs.get(i);
            char mark = mark(glyph);
            if (mark != 0 && i + 1 < glyphs.size() && covers(glyphs.get(i + 1), glyph)) {
                out.add(with(glyphs.get(++i), mark));
            } else if (mark != 0 && !out.isEmpty() && covers(out.getLast(), glyph)) {
                out.add(with(out.removeLast(), mark));
            } else {
                out.add(glyph);
            }
        }
        return out;
    }

    private static char mark(Glyph glyph) {
        int at = glyph.words().length() == 1 ? SPACING.indexOf(glyph.words().charAt(0)) : -1;
        return at < 0 ? 0 : COMBINING.charAt(at);
    }

    private static boolean covers(Glyph letter, Glyph accent) {
        float middle = accent.x() + accent.width() / 2;
        return Character.isLetter(letter.words().codePointAt(0))
                && middle > letter.x()
                && middle < letter.end();
    }

    private static Glyph with(Glyph letter, char mark) {
        var plain = letter.words().replace('\u0131', 'i').replace('\u0237', 'j');
        var words = Normalizer.normalize(plain + mark, Normalizer.Form.NFC);
        return new Glyph(
                words,
                letter.x(),
                letter.y(),
                letter.width(),
                letter.em(),
                letter.space(),
                letter.dir(),
                letter.bold(),
                letter.place());
    }
}
