package dev.pharos.ui.beside;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Locale;

/// Notices of the system, for whoever looks elsewhere: on Linux those of the desktop, else those of
/// the tray. Where there is neither, there are none. May block for a moment; any thread.
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Tray tray;
    private final boolean linux;

    public Notices(Tray tray) {
        this(tray, System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux"));
    }

    private Notices(Tray tray, boolean linux) {
        this.tray = tray;
        this.linux = linux;
    }

    public void tell(String title, String text) {
        if (!(linux && sent(title, text)) && !tray.tell(title, text)) {
            LOG.debug("nobody is told: {}", title);
        }
    }

    private static boolean sent(String title, String text) {
        try {
            new ProcessBuilder("notify-send", "--app-name", "Pharos", "--", title, text)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
