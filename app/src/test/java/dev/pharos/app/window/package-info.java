/// The real window, driven from outside: for pictures of every screen and for measuring. No test
/// runs this. Start with [dev.pharos.app.window.RealWindow].
@NullMarked
package dev.pharos.app.window;

import org.jspecify.annotations.NullMarked;
