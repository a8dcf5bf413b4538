package dev.pharos.ui.beside;

import java.util.List;

/// The place where a desktop shows which programs are running; many have none. Its calls may block
/// for a moment, and what is chosen there is run on a thread of its own. Any thread.
public interface Tray extends AutoCloseable {

    /// A line of the menu.
    record Item(String name, Runnable does) {}

    /// What is shown.
    ///
    /// @param tip what is told to those who point at it
    /// @param recording whether a microphone is heard
    /// @param chosen what a click on the picture does
    record Content(String tip, boolean recording, Runnable chosen, List<Item> menu) {
        public Content {
            menu = List.copyOf(menu);
        }
    }

    /// A desktop without one.
    Tray NONE =
            new Tray() {
                @Override
                public boolean supported() {
                    return false;
                }

                @Override
                public void show(Content content) {}

                @Override
                public boolean tell(String title, String text) {
                    return false;
                }

                @Override
                public void close() {}
            };

    /// Whether this desktop has one now.
    boolean supported();

    /// Shows this in place of what was shown there.
    void show(Content content);

    /// A notice of the system; false where it could not be given.
    boolean tell(String title, String text);

    /// Takes the picture away.
    @Override
    void close();
}
