package dev.pharos.ui.beside;

import java.util.List;

/// What the desktop gives a program beside its window.
///
/// @param capture the command line that shows the window for a thought or a recording, to be given
///   a key by the desktop itself
public record Surroundings(Tray tray, GlobalKeys keys, List<String> capture) {

    /// A desktop that gives nothing.
    public static final Surroundings NONE =
            new Surroundings(
                    Tray.NONE,
                    (_, _, _) -> new GlobalKeys.Ended.Refused(GlobalKeys.Why.SYSTEM),
                    List.of("pharos", "--capture"));

    public Surroundings {
        capture = List.copyOf(capture);
    }
}
