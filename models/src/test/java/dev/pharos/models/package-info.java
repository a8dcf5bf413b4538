/// Tests of what this module reports about itself.
@NullMarked
package dev.pharos.models;

import org.jspecify.annotations.NullMarked;
