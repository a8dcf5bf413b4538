package dev.pharos.models.shelf;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.models.web.RetryAfter;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Judges the head of an answer to a request for a file, or for the rest of it (RFC 9110).
///
/// @param model for the words of problems
/// @param proxy that the request went through, for those words too
/// @param bytes that the file has, or 0 where nobody has stated it
record Answers(
        String model, String host, String proxy, String file, long bytes, InstantSource clock) {

    /// `bytes 100-199/200`, `bytes */200`; the length may be `*`.
    private static final Pattern RANGE =
            Pattern.compile("bytes\\s+(?:(\\d+)-\\d+|\\*)/(\\d+|\\*)", Pattern.CASE_INSENSITIVE);

    private static final int PROXY_WANTS_NAME = 407;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    /// @param part what is here
    /// @param asked from where on
    Verdict judge(ResponseInfo answer, PartFile part, long asked) {
        return switch (answer.statusCode()) {
            case 200 -> whole(answer.headers());
            case 206 -> rest(answer.headers(), part, asked);
            case 416 -> beyond(answer.headers(), asked);
            default ->
                    PASSING.contains(answer.statusCode())
                            ? new Verdict.Again(status(answer), retryAfter(answer.headers()))
                            : failed(refusal(answer.statusCode(), status(answer)));
        };
    }

    private static String status(ResponseInfo answer) {
        return answer.statusCode() == PROXY_WANTS_NAME
                ? "HTTP 407 Proxy Authentication Required"
                : "HTTP " + answer.statusCode();
    }

    private Detail refusal(int code, String status) {
        return switch (code) {
            case 301, 302, 303, 307, 308 -> Detail.of(Kind.SENT_ON, status);
            case 404, 410 -> Detail.of(Kind.NOT_THERE, status);
            case PROXY_WANTS_NAME -> Detail.of(Kind.PROXY_REFUSED, proxy, status);
            default -> Detail.said(status);
        };
    }

    private Verdict.Refuse failed(Detail why) {
        return new Verdict.Refuse(new Problem.NotFetched(model, host, why));
    }

    private Verdict whole(HttpHeaders headers) {
        return taken(headers, 0, Math.max(0, headers.firstValueAsLong("Content-Length").orElse(0)));
    }

    private Verdict rest(HttpHeaders headers, PartFile part, long asked) {
        var range = range(headers);
        if (range.isEmpty() || range.get().group(1) == null) {
            return new Verdict.Restart("HTTP 206, no Content-Range");
        }
        if (Long.parseLong(range.get().group(1)) != asked || !part.continuedBy(headers)) {
            return new Verdict.Restart("HTTP 206, other version");
        }
        return taken(headers, asked, length(range.get()));
    }

    /// A page to log in at is no model.
    private Verdict taken(HttpHeaders headers, long from, long total) {
        var type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html")) {
            return failed(Detail.of(Kind.A_PAGE, type));
        }
        if (bytes > 0 && total > 0 && bytes != total) {
            return wrong(total);
        }
        return new Verdict.Take(from, Math.max(bytes, total));
    }

    private Verdict wrong(long found) {
        return new Verdict.Refuse(
                new Problem.WrongDownload(file, Long.toString(bytes), Long.toString(found)));
    }

    private Verdict beyond(HttpHeaders headers, long asked) {
        long length = range(headers).map(Answers::length).orElse(0L);
        if (bytes > 0 && length > 0 && length != bytes) {
            return wrong(length);
        }
        return asked > 0 && length == asked
                ? new Verdict.Complete()
                : new Verdict.Restart("HTTP 416");
    }

    private static Optional<Matcher> range(HttpHeaders headers) {
        return headers.firstValue("Content-Range")
                .map(value -> RANGE.matcher(value.strip()))
                .filter(Matcher::matches);
    }

    private static long length(Matcher range) {
        return range.group(2).equals("*") ? 0 : Long.parseLong(range.group(2));
    }

    private Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> RetryAfter.of(value, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
