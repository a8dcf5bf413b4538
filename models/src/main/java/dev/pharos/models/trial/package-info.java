/// Models tried for real, for a few seconds. Start reading at [LocalModelTrial].
@NullMarked
package dev.pharos.models.trial;

import org.jspecify.annotations.NullMarked;
