package dev.pharos.ui.beside;

import dev.pharos.engine.work.Progress;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// A key of its own from an X server: the server is asked to hand over this one key (`GrabKey` of
/// the X protocol), so that the program never sees another. In a session under Wayland the server
/// that old programs talk to hears keys only while one of those is in front, so it is not asked.
public final class XcbGlobalKeys implements GlobalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(XcbGlobalKeys.class);
    private static final int WAIT_MILLIS = 250;

    private static final int SHIFT = 1;
    private static final int CAPS_LOCK = 2;
    private static final int CONTROL = 4;
    private static final int ALT = 8;
    private static final int NUM_LOCK = 16;
    private static final int SUPER = 64;

    /// The locks are of no importance to whoever presses a key.
    private static final int[] LOCKS = {0, CAPS_LOCK, NUM_LOCK, CAPS_LOCK | NUM_LOCK};

    private static final int F1 = 0xFFBE;

    private final Map<String, String> environment;

    /// Whoever listened before has given the key back when the next one asks for it.
    private final ReentrantLock one = new ReentrantLock();

    /// @param environment tells of which kind the session is
    public XcbGlobalKeys(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Ended listen(String key, Heard heard, Progress progress) {
        if (environment.containsKey("WAYLAND_DISPLAY")) {
            return new Ended.Refused(Why.WAYLAND);
        }
        if (!environment.containsKey("DISPLAY")
                || !(combination(key) instanceof KeyCodeCombination combination)
                || symbol(combination.getCode()) == 0) {
            return new Ended.Refused(Why.SYSTEM);
        }
        one.lock();
        try (var server = new Xcb()) {
            return listen(server, combination, heard, progress);
        } catch (LinkageError | RuntimeException e) {
            LOG.info("the X server gives no key", e);
            return new Ended.Refused(Why.SYSTEM);
        } finally {
            one.unlock();
        }
    }

    private static @Nullable KeyCombination combination(String key) {
        try {
            return KeyCombination.valueOf(key);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Ended listen(
            Xcb server, KeyCodeCombination key, Heard heard, Progress progress) {
        int code = server.keycode(symbol(key.getCode()));
        if (code == 0) {
            return new Ended.Refused(Why.SYSTEM);
        }
        for (int locks : LOCKS) {
            if (!server.grab(modifiers(key) | locks, code)) {
                return new Ended.Refused(Why.TAKEN);
            }
        }
        heard.granted();
        while (!progress.cancelled()) {
            if (server.pressed(WAIT_MILLIS)) {
                heard.pressed();
            }
        }
        return new Ended.Stopped();
    }

    private static int modifiers(KeyCombination key) {
        return bit(key.getShift(), SHIFT)
                | bit(key.getControl(), CONTROL)
                | bit(key.getShortcut(), CONTROL)
                | bit(key.getAlt(), ALT)
                | bit(key.getMeta(), SUPER);
    }

    private static int bit(ModifierValue value, int bit) {
        return value == ModifierValue.DOWN ? bit : 0;
    }

    /// What X calls a key, 0 where it is none of the usual ones.
    private static int symbol(KeyCode code) {
        if (code.isLetterKey()) {
            return Character.toLowerCase(code.getChar().charAt(0));
        }
        if (code.isDigitKey() && !code.isKeypadKey()) {
            return code.getChar().charAt(0);
        }
        if (code.isFunctionKey()) {
            return F1 + code.getCode() - KeyCode.F1.getCode();
        }
        return code == KeyCode.SPACE ? ' ' : 0;
    }
}
