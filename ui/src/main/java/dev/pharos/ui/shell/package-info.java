/// The window around the panes: the search line, what is shown beside what, keys and dropped files.
/// Start reading at [ShellController].
@NullMarked
package dev.pharos.ui.shell;

import org.jspecify.annotations.NullMarked;
