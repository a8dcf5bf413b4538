package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;

/// Reads the dates that documents state of themselves. Without a time zone they count as UTC.
final class Dates {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSS][XXX][XX][X]][uuuu-MM-dd][uuuu-MM][uuuu]");

    private Dates() {}

    /// An ISO 8601 date, alone or with time; null where it is none.
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return instant(
                    ISO.parseBest(
                            text.strip(),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from,
                            YearMonth::from,
                            Year::from));
        } catch (DateTimeException _) {
            return null;
        }
    }

    static @Nullable Instant of(@Nullable Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }

    private static Instant instant(TemporalAccessor date) {
        return switch (date) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            case YearMonth month -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> Year.from(date).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        };
    }
}
