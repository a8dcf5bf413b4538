/// Where access keys are kept: the platform's key store where it can be reached, else a file that
/// its owner alone may read. Start reading at [LocalSecrets].
@NullMarked
package dev.pharos.models.secret;

import org.jspecify.annotations.NullMarked;
