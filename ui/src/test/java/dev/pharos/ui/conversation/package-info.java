@NullMarked
package dev.pharos.ui.conversation;

import org.jspecify.annotations.NullMarked;
