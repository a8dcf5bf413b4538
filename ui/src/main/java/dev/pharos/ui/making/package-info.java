/// Notes that are made from what was said or written: what is asked before, the steps while it is
/// done, where a made note comes from, and what making it again has changed. Start reading at
/// [MakingViewModel].
@NullMarked
package dev.pharos.ui.making;

import org.jspecify.annotations.NullMarked;
