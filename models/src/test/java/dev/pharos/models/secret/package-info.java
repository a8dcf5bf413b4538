/// Secrets in every place that can be had on the machine of the test.
@NullMarked
package dev.pharos.models.secret;

import org.jspecify.annotations.NullMarked;
