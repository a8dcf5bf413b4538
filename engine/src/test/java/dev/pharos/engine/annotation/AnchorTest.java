package dev.pharos.engine.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Words that are found again in another text.
final class AnchorTest {
    private static final String TEXT =
            "The old light was weak. Then came the new light, which was strong and seen from afar.";

    private static Anchor light(String around) {
        int at = TEXT.indexOf(around) + around.indexOf("light");
        return Anchor.of(TEXT, at, at + "light".length());
    }

    private static Optional<String> around(Anchor anchor, String text) {
        return anchor.in(text, 0)
                .map(span ->
                        text.substring(0, span.start())
                                + "["
                                + span.of(text)
                                + "]"
                                + text.substring(span.end()));
    }

    @Test
    void ofTwoPlacesTheOneWithTheSameWordsAroundItCounts() {
        String text =
                "First a new light. The old light was weak. Then came the new light, which was strong.";

        assertEquals(
                Optional.of(text.replace("old light", "old [light]")),
                around(light("old light was"), text));
        assertEquals(
                Optional.of(text.replace("new light,", "new [light],")),
                around(light("new light, which"), text));
    }

    @Test
    void ofEqualPlacesTheNearestCounts() {
        var text = "again and again and again";
        var anchor = new Anchor("again", "", "");

        assertEquals(10, anchor.in(text, 11).orElseThrow().start());
    }

    @Test
    void otherLineBreaksAndHyphensDoNotMatter() {
        var anchor = Anchor.of(TEXT, TEXT.indexOf("which"), TEXT.indexOf(" afar"));

        assertEquals(
                Optional.of("the new light,\n[which was  str-\nong and\tseen from] afar"),
                around(anchor, "the new light,\nwhich was  str-\nong and\tseen from afar"));
    }

    @Test
    void oneShortWordElsewhereIsNotTheSame() {
        assertEquals(Optional.empty(), around(light("old light was"), "Turn on the light!"));
        assertEquals(Optional.empty(), around(new Anchor("", "a", "b"), "ab"));
    }
}
