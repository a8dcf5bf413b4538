package dev.pharos.ui.palette;

import java.util.List;
import java.util.stream.Stream;

/// What was chosen in the palette.
///
/// @param recent ids of commands and sources, the last one first
public record PaletteSettings(List<String> recent) {
    public static final String FEATURE = "palette";
    public static final PaletteSettings DEFAULT = new PaletteSettings(List.of());
    private static final int REMEMBERED = 30;

    public PaletteSettings {
        recent = List.copyOf(recent);
    }

    PaletteSettings with(String id) {
        return new PaletteSettings(
                Stream.concat(Stream.of(id), recent.stream().filter(each -> !each.equals(id)))
                        .limit(REMEMBERED)
                        .toList());
    }
}
