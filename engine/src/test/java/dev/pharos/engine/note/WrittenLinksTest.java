package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class WrittenLinksTest {

    @Test
    void everySpellingIsFound() {
        assertEquals(
                List.of(
                        "WIKI Old Light #",
                        "WIKI coast/Old Light #Lamp",
                        "EMBED plan.png #",
                        "PATH notes/old%20light.md #lamp",
                        "IMAGE a b.png #",
                        "PATH  #below",
                        "WIKI  #Below",
                        "PATH there.md #"),
                links(
                        """
                        See [[Old Light|the tower]] and [[ coast/Old Light#Lamp|its lamp]], ![[plan.png|300]],
                        [a path](notes/old%20light.md#lamp "title"), ![](<a b.png>), [ref][1], [web](https://x.org/a.md),
                        [mail](mailto:a@b.c), [here](#below), [[#Below]].

                        [1]: there.md
                        """));
    }

    @Test
    void codeAndCommentsHaveNone() {
        assertEquals(
                List.of("WIKI last #"),
                links(
                        """
                        `[[code]]` and %%[[hidden]]
                        [[hidden too]]%%

                        ```
                        [[fenced]]
                        ```

                            [[indented]]

                        [[last]]
                        """));
    }

    @Test
    void inATableTheBarIsEscaped() {
        assertEquals(
                List.of("WIKI Old Light #"),
                links("| a | b |\n|---|---|\n| [[Old Light\\|tower]] | 2 |\n"));
    }

    @Test
    void rewritingTouchesNothingButTargets() {
        String markdown =
                "---\nup: '[[Old Light]]'\n---\r\n* [[Old Light#Lamp|x]]  \r\n\t[y](Old%20Light.md#z) `[[Old Light]]`\n![[Old Light]]";
        assertEquals(
                "---\nup: '[[New]]'\n---\r\n* [[New#Lamp|x]]  \r\n\t[y](New#z) `[[Old Light]]`\n![[New]]",
                WrittenLinks.rewritten(markdown, _ -> "New"));
    }

    @Test
    void aFootnoteIsNoLinkAndMayHoldOne() {
        assertEquals(
                List.of("WIKI Old Light #"), links("Lit.[^1]\n\n[^1]: Page 3 of [[Old Light]].\n"));
    }

    private static List<String> links(String markdown) {
        return WrittenLinks.in(markdown).stream()
                .map(link ->
                        link.kind()
                                + " "
                                + link.target()
                                + " "
                                + (link.anchor().isEmpty() ? "#" : link.anchor()))
                .toList();
    }
}
