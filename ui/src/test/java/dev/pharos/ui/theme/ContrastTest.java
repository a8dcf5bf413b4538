package dev.pharos.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whether what is written can be read by those who see little: the contrast of WCAG 2.2, 1.4.3,
/// 1.4.6 and 1.4.11, of the colours that the themes give.
final class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-color-[a-z-]+):\\s*([^;}]+)");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill:\\s*-color-([a-z-]+)");

    private static final List<String> GROUNDS =
            List.of("bg-default", "bg-subtle", "bg-inset", "bg-overlay");

    /// Texts, and on which grounds they stand.
    private static final Map<String, List<String>> WRITTEN =
            Map.of(
                    "fg-default",
                    with(
                            "accent-subtle",
                            "accent-muted",
                            "warning-subtle",
                            "warning-muted",
                            "danger-subtle",
                            "success-subtle"),
                    "fg-muted",
                    with("accent-subtle", "warning-subtle"),
                    "accent-fg",
                    with("accent-subtle"),
                    "danger-fg",
                    with("accent-subtle", "danger-subtle"),
                    "warning-fg",
                    GROUNDS,
                    "success-fg",
                    with("success-subtle"),
                    "fg-emphasis",
                    List.of("accent-emphasis", "danger-emphasis", "neutral-emphasis"));

    /// Pictures and rings.
    private static final Map<String, List<String>> DRAWN =
            Map.of(
                    "accent-emphasis",
                    with("accent-subtle"),
                    "fg-subtle",
                    GROUNDS,
                    "fg-muted",
                    with("accent-muted"),
                    "danger-emphasis",
                    GROUNDS);

    private static List<String> with(String... more) {
        var all = new ArrayList<>(GROUNDS);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "false, , 4.5",
        "true, , 4.5",
        "false, contrast-light, 7",
        "true, contrast-dark, 7"
    })
    void whatIsWrittenAndDrawnStandsOut(boolean dark, @Nullable String strong, double wanted)
            throws IOException {
        var colours = colours(dark, strong);
        var faint = faint(colours, WRITTEN, wanted);
        faint.addAll(faint(colours, DRAWN, 3));
        assertEquals(List.of(), faint);
    }

    @Test
    void noTextHasAColourThatIsNotLookedAt() throws IOException {
        var used = new TreeSet<String>();
        var matcher = TEXT.matcher(css("/dev/pharos/ui/theme/pharos.css"));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        used.removeAll(WRITTEN.keySet());
        assertEquals(new TreeSet<String>(), used);
    }

    private static List<String> faint(
            Map<String, String> colours, Map<String, List<String>> pairs, double wanted) {
        var faint = new ArrayList<String>();
        pairs.forEach((ink, grounds) -> {
            for (String ground : grounds) {
                double contrast = contrast(colours, ink, ground);
                if (contrast < wanted) {
                    faint.add("%s on %s: %.2f".formatted(ink, ground, contrast));
                }
            }
        });
        return faint;
    }

    private static Map<String, String> colours(boolean dark, @Nullable String strong)
            throws IOException {
        var colours = new HashMap<String, String>();
        var theme = dark ? new PrimerDark() : new PrimerLight();
        var matcher = COLOUR.matcher(css(theme.getUserAgentStylesheet()));
        while (matcher.find()) {
            colours.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
        if (strong != null) {
            var over = COLOUR.matcher(css("/dev/pharos/ui/theme/" + strong + ".css"));
            while (over.find()) {
                colours.put(over.group(1), over.group(2).strip());
            }
        }
        return colours;
    }

    private static String css(String path) throws IOException {
        try (var in = Themes.class.getResourceAsStream(path)) {
            assertNotNull(in, path);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(Map<String, String> colours, String ink, String ground) {
        var page = colour(colours, "bg-default");
        var below = colour(colours, ground);
        var mixed = page.interpolate(opaque(below), below.getOpacity());
        double one = luminance(opaque(colour(colours, ink)));
        double other = luminance(mixed);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Color colour(Map<String, String> colours, String name) {
        String value = colours.getOrDefault("-color-" + name, "");
        return value.startsWith("-color-")
                ? colour(colours, value.substring("-color-".length()))
                : Color.web(value);
    }

    private static Color opaque(Color colour) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /// WCAG 2.2, relative luminance.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
