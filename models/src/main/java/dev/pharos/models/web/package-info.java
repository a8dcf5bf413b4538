/// What downloads and chat endpoints share of HTTP.
@NullMarked
package dev.pharos.models.web;

import org.jspecify.annotations.NullMarked;
