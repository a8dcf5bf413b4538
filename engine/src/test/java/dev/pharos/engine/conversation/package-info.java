/// Tests of conversations.
@NullMarked
package dev.pharos.engine.conversation;

import org.jspecify.annotations.NullMarked;
