/// The command line: one class a command. Start reading at [Commands].
@NullMarked
package dev.pharos.app.cli;

import org.jspecify.annotations.NullMarked;
