package dev.pharos.ui;

import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.settings.SettingsFile;

/// What the program gives the window. The window closes none of it.
///
/// @param library opened for writing
public record Desktop(Library library, SettingsFile settings, PdfPages pages) {}
