package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.Locale;

class TemplateTest {

    @Test
    void placesAreFilledIn() {
        var now = LocalDateTime.of(2026, 3, 7, 9, 5);

        assertEquals(
                "# Trip $1\n2026-03-07 09:05, Samstag der 7. März 2026 {{other}}",
                Template.filled(
                        "# {{title}}\n{{date}} {{Time}}, {{date:dddd [der] D. MMMM YYYY}} {{other}}",
                        "Trip $1",
                        now,
                        Locale.GERMAN));
    }
}
