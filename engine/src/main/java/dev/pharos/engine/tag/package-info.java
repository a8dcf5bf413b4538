/// Tags: the tree of all of them, their colours, and changes to many sources at once. Start with
/// [dev.pharos.engine.tag.Tags].
@NullMarked
package dev.pharos.engine.tag;

import org.jspecify.annotations.NullMarked;
