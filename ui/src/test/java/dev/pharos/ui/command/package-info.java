@NullMarked
package dev.pharos.ui.command;

import org.jspecify.annotations.NullMarked;
