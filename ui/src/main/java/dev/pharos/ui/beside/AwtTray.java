package dev.pharos.ui.beside;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.util.List;

/// The tray by way of AWT, the only one that Java knows: on Windows, on macOS, and on those
/// desktops of Linux that keep to the System Tray Protocol of freedesktop.org (KDE, Xfce, Cinnamon,
/// MATE, not GNOME).
public final class AwtTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private @Nullable TrayIcon icon;
    private @Nullable Content shown;

    @Override
    public boolean supported() {
        try {
            return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
        } catch (LinkageError | RuntimeException e) {
            LOG.info("no tray", e);
            return false;
        }
    }

    @Override
    public synchronized void show(Content content) {
        if (!supported() || content.equals(shown)) {
            return;
        }
        var before = shown;
        var now = icon == null ? added(content.recording()) : icon;
        if (now == null) {
            return;
        }
        icon = now;
        shown = content;
        EventQueue.invokeLater(() -> {
            if (before == null || before.recording() != content.recording()) {
                now.setImage(TrayPicture.of(content.recording()));
            }
            now.setToolTip(content.tip());
            if (before == null || !names(before).equals(names(content))) {
                now.setPopupMenu(menu(content));
            }
            for (var each : now.getActionListeners()) {
                now.removeActionListener(each);
            }
            now.addActionListener(_ -> content.chosen().run());
        });
    }

    private static @Nullable TrayIcon added(boolean recording) {
        var added = new TrayIcon(TrayPicture.of(recording));
        added.setImageAutoSize(true);
        try {
            SystemTray.getSystemTray().add(added);
            return added;
        } catch (AWTException e) {
            LOG.info("the tray takes no picture", e);
            return null;
        }
    }

    /// A menu that is open stays so while only the time changes.
    private static List<String> names(Content content) {
        return content.menu().stream().map(Item::name).toList();
    }

    private static PopupMenu menu(Content content) {
        var menu = new PopupMenu();
        for (var item : content.menu()) {
            var line = new MenuItem(item.name());
            line.addActionListener(_ -> item.does().run());
            menu.add(line);
        }
        return menu;
    }

    @Override
    public synchronized boolean tell(String title, String text) {
        var now = icon;
        if (now == null) {
            return false;
        }
        EventQueue.invokeLater(() -> now.displayMessage(title, text, TrayIcon.MessageType.NONE));
        return true;
    }

    @Override
    public synchronized void close() {
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
            shown = null;
        }
    }
}
