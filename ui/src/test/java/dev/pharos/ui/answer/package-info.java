/// Tests.
@NullMarked
package dev.pharos.ui.answer;

import org.jspecify.annotations.NullMarked;
