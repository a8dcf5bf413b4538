/// What was said and done when. Start with [dev.pharos.ui.timeline.TimelineViewModel].
@NullMarked
package dev.pharos.ui.timeline;

import org.jspecify.annotations.NullMarked;
