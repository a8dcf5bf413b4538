package dev.pharos.engine.tag;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.Markdown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tags changed in the text of notes.
final class TagTextTest {
    private static final String NOTE =
            """
            ---
            # kept: sea
            title: "The sea"   # sea
            tags:
              - Sea
              - "sea/lights"   # the best
              - other
            ---
            # The #sea at night

            We saw the #sea/lights, not `#sea`, *#SEA* and [[#sea]] or [#sea](a.md#sea).
            Not a#sea, but (#sea).
            """;

    private static String renamed(String markdown, String from, String to) {
        return TagText.rewritten(
                markdown,
                name ->
                        Optional.of(
                                TagName.within(name, from) ? TagName.moved(name, from, to) : name));
    }

    private static String without(String markdown, String gone) {
        return TagText.rewritten(
                markdown,
                name -> TagName.key(name).equals(gone) ? Optional.empty() : Optional.of(name));
    }

    private static Set<String> tags(String markdown) {
        return Markdown.read(markdown, Path.of("a.md")).tags();
    }

    @Test
    void aRenameTouchesNothingButTheTag() {
        assertEquals(
                """
                ---
                # kept: sea
                title: "The sea"   # sea
                tags:
                  - ocean
                  - "ocean/lights"   # the best
                  - other
                ---
                # The #ocean at night

                We saw the #ocean/lights, not `#sea`, *#ocean* and [[#sea]] or [#ocean](a.md#sea).
                Not a#sea, but (#ocean).
                """,
                renamed(NOTE, "sea", "ocean"));
    }

    @Test
    void aTagThatIsTakenAwayLeavesItsWord() {
        String left = without(NOTE, "sea");

        assertEquals(Set.of("sea/lights", "other"), tags(left));
        assertEquals(
                """
                ---
                # kept: sea
                title: "The sea"   # sea
                tags:
                  - "sea/lights"   # the best
                  - other
                ---
                # The sea at night

                We saw the #sea/lights, not `#sea`, *SEA* and [[#sea]] or [sea](a.md#sea).
                Not a#sea, but (sea).
                """,
                left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tags: [a, b, c];       tags: [x, b, c];     tags: [b, c]",
                "tags: [b, a];          tags: [b, x];        tags: [b]",
                "tags: [a];             tags: [x];           ''",
                "tags: a b;             tags: x b;           tags: b",
                "tags: b, a;            tags: b, x;          tags: b",
                "tags: '#a, b';         tags: 'x, b';        tags: b",
                "tag: a;                tag: x;              ''",
                "Tags: [ \"a\" , 'b' ]; Tags: [ \"x\" , 'b' ]; Tags: ['b']",
            })
    void everyWayOfWritingAListIsKept(String yaml, String renamed, String removed) {
        String note = "---\n" + yaml + "\n---\nText\n";

        assertAll(
                () -> assertEquals("---\n" + renamed + "\n---\nText\n", renamed(note, "a", "x")),
                () ->
                        assertEquals(
                                "---\n" + removed + (removed.isEmpty() ? "" : "\n") + "---\nText\n",
                                without(note, "a")));
    }

    @Test
    void twoTagsThatBecomeOneAreSaidOnce() {
        assertEquals(
                "---\ntags: [b, c]\n---\n#b", renamed("---\ntags: [b, a, c]\n---\n#a", "a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Text;                          [a, x]",
                "---\\n---\\nText;              [a, x]",
                "---\\ntags:\\n---\\nText;      [a, x]",
                "---\\ntags: [b]\\n---\\nText;  [b, a, x]",
                "---\\ntags: []\\n---\\nText;   [a, x]",
                "---\\ntags: b\\n---\\nText;    [b, a, x]",
                "---\\ntags: b c\\n---\\nText;  [b, c, a, x]",
                "---\\ntags:\\n- b\\nt: 1\\n---\\nText; [b, a, x]",
                "---\\ntags:\\n  - b # why\\n\\n\\n---\\nText; [b, a, x]",
                "---\\ntags: \"b\"\\n---\\nText;    [b, a, x]",
                "---\\nkeywords: b\\n---\\nText;    [b, a, x]",
            })
    void addingFindsItsPlace(String markdown, String tags) {
        String note = markdown.replace("\\n", "\n");

        String with = TagText.with(note, List.of("a", "x"));

        assertEquals(Set.of(tags.substring(1, tags.length() - 1).split(", ")), tags(with), with);
        assertEquals(true, with.endsWith("---\nText"), with);
    }

    @Test
    void aNameThatYamlTakesForAnotherThingIsQuoted() {
        String note = TagText.with("---\ntags: [b]\n---\n", List.of("1e3", "true"));

        assertEquals(Set.of("b", "1e3", "true"), tags(note));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#Read later!; Read-later",
                "project / pharos/; project/pharos",
                "-a-; a",
                "Ärger/日本; Ärger/日本",
                "2026; ''",
                "  ; ''"
            })
    void whatIsTypedBecomesAName(String typed, String name) {
        assertEquals(name, TagName.of(typed == null ? "" : typed).orElse(""));
    }
}
