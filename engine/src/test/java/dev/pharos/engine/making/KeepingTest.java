package dev.pharos.engine.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.note.Merge;

import org.junit.jupiter.api.Test;

final class KeepingTest {
    private static final String MADE =
            """
            Beth: We move the launch to 24 October. [[call.txt#at=0-40|¶ 1]]
            Tom: The printer needs three days for it. [[call.txt#at=41-80|¶ 2]]

            - [ ] Beth: I will send the proofs by Monday. [[call.txt#at=81-120|¶ 3]]
            """;
    private static final String ANEW =
            """
            Beth: We move the launch to 31 October. [[call.txt#at=0-40|¶ 1]]
            Tom: The printer needs three days for it. [[call.txt#at=42-81|¶ 2]]

            - [ ] Beth: I will send the proofs by Monday. [[call.txt#at=82-121|¶ 3]]
            - [ ] Anna will print posters by 3 October. [[call.txt#at=122-160|¶ 4]]
            """;

    private static String kept(String mine) {
        return Keeping.text(Merge.of(MADE, mine, ANEW));
    }

    @Test
    void onlyWhatTheOwnerChangedIsKeptAndAllElseIsOfNow() {
        String mine =
                MADE.replace("Tom: The printer needs three days for it.", "Tom: Ask the printer!")
                        .replace("- [ ] Beth", "- [x] Beth");
        assertEquals(
                """
                Beth: We move the launch to 31 October. [[call.txt#at=0-40|¶ 1]]
                Tom: Ask the printer! [[call.txt#at=41-80|¶ 2]]

                - [x] Beth: I will send the proofs by Monday. [[call.txt#at=81-120|¶ 3]]
                - [ ] Anna will print posters by 3 October. [[call.txt#at=122-160|¶ 4]]
                """,
                kept(mine));
    }

    @Test
    void whatTheOwnerTookOutStaysOut() {
        String mine = MADE.replaceFirst("Tom: [^\n]*\n", "").replace("- [ ] Beth", "- [x] Beth");
        assertEquals(
                """
                Beth: We move the launch to 31 October. [[call.txt#at=0-40|¶ 1]]

                - [x] Beth: I will send the proofs by Monday. [[call.txt#at=81-120|¶ 3]]
                - [ ] Anna will print posters by 3 October. [[call.txt#at=122-160|¶ 4]]
                """,
                kept(mine));
    }

    @Test
    void whereTheOwnerTookAllLinesOutWhatIsNewStandsOnALineOfItsOwn() {
        String above = "# Call\n\n";
        String below = "\n## Source\n";
        var merge =
                Merge.of(
                        above + MADE.lines().findFirst().orElseThrow() + "\n" + below,
                        above + below,
                        above
                                + ANEW.lines().findFirst().orElseThrow()
                                + "\n"
                                + "Anna prints posters.\n"
                                + below);
        assertEquals(above + "Anna prints posters.\n" + below, Keeping.text(merge));
    }

    @Test
    void aLineStandsForOneOtherAlone() {
        String made =
                """
                - Ann: The print run is 500 copies for May.
                - Ann: The print run is 800 copies for June.
                """;
        String anew =
                """
                - Ann: The print run is 600 copies for May.
                - Ann: The print run is 800 copies for July.
                """;
        String mine = made.replace("for May.", "for May, I asked Ben.");
        assertEquals(
                """
                - Ann: The print run is 500 copies for May, I asked Ben.
                - Ann: The print run is 800 copies for July.
                """,
                Keeping.text(Merge.of(made, mine, anew)));
    }

    @Test
    void linesThatOnlyTheOwnerWroteBesideNewOnesAreNoConflict() {
        String beside = MADE + "\nMy own words.\n";
        assertTrue(Keeping.settles(Merge.of(MADE, beside, ANEW)));
        assertEquals(ANEW + "\nMy own words.\n", kept(beside));
        assertFalse(
                Keeping.settles(Merge.of(MADE, MADE.replace("- [ ] Beth", "- [x] Beth"), ANEW)));
        assertFalse(Keeping.settles(Merge.of(MADE, MADE.replaceFirst("Beth: [^\n]*\n", ""), ANEW)));
    }
}
