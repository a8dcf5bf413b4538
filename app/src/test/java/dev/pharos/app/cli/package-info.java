/// The command line as other programs see it: separate processes, exit codes, standard output and
/// standard error. Start at [Program].
@NullMarked
package dev.pharos.app.cli;

import org.jspecify.annotations.NullMarked;
