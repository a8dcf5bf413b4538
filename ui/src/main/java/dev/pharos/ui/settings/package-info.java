/// The settings pane. Start reading at [SettingsViewModel].
@NullMarked
package dev.pharos.ui.settings;

import org.jspecify.annotations.NullMarked;
