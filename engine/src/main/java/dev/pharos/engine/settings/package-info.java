/// What the user has chosen, one record a feature, in one atomically written file. Start at
/// [SettingsFile].
@NullMarked
package dev.pharos.engine.settings;

import org.jspecify.annotations.NullMarked;
