/// Tests of the chat client against a real server on this machine.
@NullMarked
package dev.pharos.models.chat;

import org.jspecify.annotations.NullMarked;
