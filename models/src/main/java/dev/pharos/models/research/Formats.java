package dev.pharos.models.research;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.Web.Result;

import okhttp3.HttpUrl;
import okhttp3.Request;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What each kind of search service is asked, and how it answers: SearXNG's search API, Brave's web
/// search API and SerpAPI's Google search API, all in JSON, as they document them.
final class Formats {
    private static final int MOST = 10;
    private static final String NO_LANGUAGE = "und";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Formats() {}

    /// @param key empty for none
    static Request request(SearchService service, String words, String language, String key) {
        boolean any = language.equals(NO_LANGUAGE);
        var url = HttpUrl.get(service.address()).newBuilder();
        var request = new Request.Builder().header("Accept", "application/json");
        switch (service.kind()) {
            case SEARXNG -> {
                var segments = HttpUrl.get(service.address()).pathSegments();
                if (!segments.getLast().equals("search")) {
                    url.addPathSegment("search");
                }
                url.addQueryParameter("q", words)
                        .addQueryParameter("format", "json")
                        .addQueryParameter("language", any ? "all" : language);
                if (!key.isBlank()) {
                    request.header("Authorization", "Bearer " + key);
                }
            }
            case BRAVE -> {
                url.addQueryParameter("q", words).addQueryParameter("count", String.valueOf(MOST));
                if (!any) {
                    url.addQueryParameter("search_lang", language);
                }
                request.header("X-Subscription-Token", key);
            }
            case SERPAPI -> {
                url.addQueryParameter("engine", "google")
                        .addQueryParameter("q", words)
                        .addQueryParameter("num", String.valueOf(MOST))
                        .addQueryParameter("api_key", key);
                if (!any) {
                    url.addQueryParameter("hl", language);
                }
            }
        }
        return request.url(url.build()).header("User-Agent", "Pharos").build();
    }

    /// Null where this is no answer of such a service.
    static @Nullable List<Result> results(SearchService.Kind kind, JsonNode answer) {
        return switch (kind) {
            case SEARXNG -> read(answer.path("results"), "url", "content", "publishedDate");
            case BRAVE ->
                    answer.path("web").isMissingNode()
                                    && answer.path("type").asText().equals("search")
                            ? List.of()
                            : read(
                                    answer.path("web").path("results"),
                                    "url",
                                    "description",
                                    "page_age");
            case SERPAPI ->
                    answer.path("organic_results").isMissingNode()
                                    && answer.has("search_information")
                            ? List.of()
                            : read(answer.path("organic_results"), "link", "snippet", "date");
        };
    }

    private static @Nullable List<Result> read(
            JsonNode found, String address, String excerpt, String date) {
        if (!found.isArray()) {
            return null;
        }
        var results = new ArrayList<Result>();
        for (JsonNode each : found) {
            var page = page(each.path(address).asText());
            if (page != null && results.size() < MOST) {
                String title = plain(each.path("title").asText());
                results.add(
                        new Result(
                                title.isBlank() ? page.getHost() : title,
                                page,
                                plain(each.path(excerpt).asText("")),
                                day(each.path(date).asText())));
            }
        }
        return results;
    }

    private static @Nullable URI page(String address) {
        try {
            var uri = URI.create(address.strip());
            boolean web =
                    String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).matches("https?");
            return web && uri.getHost() != null && HttpUrl.get(uri) != null ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Services mark the words that were searched.
    private static String plain(String html) {
        return html.equals("null") ? "" : org.jsoup.Jsoup.parse(html).text();
    }

    private static @Nullable LocalDate day(String date) {
        var day = DAY.matcher(date);
        try {
            return day.find() ? LocalDate.parse(day.group()) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
