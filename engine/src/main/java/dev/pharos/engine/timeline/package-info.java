/// What happened in a library, and when. Start with [dev.pharos.engine.timeline.Timeline].
@NullMarked
package dev.pharos.engine.timeline;

import org.jspecify.annotations.NullMarked;
