package dev.pharos.ui.beside;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A connection to an X server of its own, with what a key of one's own takes of libxcb, which
/// everything that draws under X has loaded. Errors come back as values there, where Xlib would
/// hand them to a handler that belongs to the whole process. Offsets are those of `xcb/xproto.h`.
/// For one thread.
final class Xcb implements AutoCloseable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    /// `xcb_void_cookie_t` and its like.
    private static final StructLayout COOKIE = MemoryLayout.structLayout(INT);

    /// `xcb_screen_iterator_t`.
    private static final StructLayout SCREENS = MemoryLayout.structLayout(POINTER, INT, INT);

    private static final StructLayout POLL = MemoryLayout.structLayout(INT, SHORT, SHORT);

    private static final MemorySegment NULL = MemorySegment.NULL;
    private static final int MIN_KEYCODE = 34;
    private static final int MAX_KEYCODE = 35;
    private static final int REPLY_HEAD = 32;
    private static final int ASYNC = 1;
    private static final short READABLE = 1;
    private static final int KEY_PRESS = 2;
    private static final int SENT = 0x80;

    private final Arena arena = Arena.ofConfined();
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library = SymbolLookup.libraryLookup("libxcb.so.1", arena);
    private final MethodHandle nextEvent = call("xcb_poll_for_event", POINTER, POINTER);
    private final MethodHandle check = call("xcb_request_check", POINTER, POINTER, COOKIE);
    private final MethodHandle grab =
            call("xcb_grab_key_checked", COOKIE, POINTER, BYTE, INT, SHORT, BYTE, BYTE, BYTE);
    private final MethodHandle broken = call("xcb_connection_has_error", INT, POINTER);
    private final MethodHandle poll =
            linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("poll"),
                    FunctionDescriptor.of(INT, POINTER, ValueLayout.JAVA_LONG, INT));
    private final MethodHandle free =
            linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(POINTER));
    private final MemorySegment connection;
    private final MemorySegment setup;
    private final MemorySegment polled;
    private final int root;

    Xcb() {
        connection = pointer(call("xcb_connect", POINTER, POINTER, POINTER), NULL, NULL);
        if (number(broken, connection) != 0) {
            disconnect();
            throw new IllegalStateException("no X server");
        }
        setup = pointer(call("xcb_get_setup", POINTER, POINTER), connection).reinterpret(64);
        var screens = struct(call("xcb_setup_roots_iterator", SCREENS, POINTER), setup);
        root = screens.get(ValueLayout.ADDRESS, 0).reinterpret(4).get(INT, 0);
        polled = arena.allocate(POLL);
        polled.set(INT, 0, number(call("xcb_get_file_descriptor", INT, POINTER), connection));
        polled.set(SHORT, 4, READABLE);
    }

    private MethodHandle call(String name, MemoryLayout gives, MemoryLayout... takes) {
        return linker.downcallHandle(
                library.findOrThrow(name), FunctionDescriptor.of(gives, takes));
    }

    /// The code of the key that writes this symbol without a modifier, or 0.
    int keycode(int symbol) {
        int first = Byte.toUnsignedInt(setup.get(BYTE, MIN_KEYCODE));
        int count = Byte.toUnsignedInt(setup.get(BYTE, MAX_KEYCODE)) - first + 1;
        var cookie =
                struct(
                        call("xcb_get_keyboard_mapping", COOKIE, POINTER, BYTE, BYTE),
                        connection,
                        (byte) first,
                        (byte) count);
        var reply =
                pointer(
                        call("xcb_get_keyboard_mapping_reply", POINTER, POINTER, COOKIE, POINTER),
                        connection,
                        cookie,
                        NULL);
        if (reply.equals(NULL)) {
            return 0;
        }
        try {
            int each = Byte.toUnsignedInt(reply.reinterpret(REPLY_HEAD).get(BYTE, 1));
            var symbols = reply.reinterpret(REPLY_HEAD + 4L * each * count);
            for (int i = 0; i < each * count; i++) {
                if (symbols.get(INT, REPLY_HEAD + 4L * i) == symbol) {
                    return first + i / each;
                }
            }
            return 0;
        } finally {
            release(reply);
        }
    }

    /// Asks for a key; false where another program has it.
    boolean grab(int modifiers, int code) {
        var cookie =
                struct(
                        grab,
                        connection,
                        (byte) 0,
                        root,
                        (short) modifiers,
                        (byte) code,
                        (byte) ASYNC,
                        (byte) ASYNC);
        var error = pointer(check, connection, cookie);
        if (error.equals(NULL)) {
            return true;
        }
        release(error);
        return false;
    }

    /// Waits for an event, and tells whether it was a press of the key.
    ///
    /// @throws IllegalStateException if the server is gone
    boolean pressed(int millis) {
        var event = pointer(nextEvent, connection);
        if (event.equals(NULL)) {
            number(poll, polled, 1L, millis);
            event = pointer(nextEvent, connection);
        }
        if (event.equals(NULL)) {
            if (number(broken, connection) != 0) {
                throw new IllegalStateException("the X server is gone");
            }
            return false;
        }
        int type = Byte.toUnsignedInt(event.reinterpret(1).get(BYTE, 0));
        release(event);
        return (type & ~SENT) == KEY_PRESS;
    }

    private void release(MemorySegment memory) {
        invoke(free, memory);
    }

    private void disconnect() {
        invoke(
                linker.downcallHandle(
                        library.findOrThrow("xcb_disconnect"), FunctionDescriptor.ofVoid(POINTER)),
                connection);
    }

    @Override
    public void close() {
        disconnect();
        arena.close();
    }

    private static MemorySegment pointer(MethodHandle function, Object... arguments) {
        return (MemorySegment) invoke(function, arguments);
    }

    private static int number(MethodHandle function, Object... arguments) {
        return (int) invoke(function, arguments);
    }

    /// What is given by value is put where the first argument of such a function says.
    private MemorySegment struct(MethodHandle function, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = (SegmentAllocator) arena;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return (MemorySegment) invoke(function, all);
    }

    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
