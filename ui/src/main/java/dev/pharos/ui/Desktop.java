package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.document.PageImages;

/// What the program gives the window. The window closes none of it.
///
/// @param library opened for writing
public record Desktop(Library library, SettingsFile settings, PageImages pages) {}
