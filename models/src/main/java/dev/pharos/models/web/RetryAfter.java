package dev.pharos.models.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header by which a server says when to come back (RFC 9110, 10.2.3).
public final class RetryAfter {

    private RetryAfter() {}

    /// @param value seconds or a date
    /// @return how long to wait, never negative; empty where it is neither
    public static Optional<Duration> of(String value, Instant now) {
        String said = value.strip();
        try {
            if (said.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
            }
            var until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
