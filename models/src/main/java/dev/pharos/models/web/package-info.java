/// What downloads, chat endpoints and research share of HTTP.
@NullMarked
package dev.pharos.models.web;

import org.jspecify.annotations.NullMarked;
