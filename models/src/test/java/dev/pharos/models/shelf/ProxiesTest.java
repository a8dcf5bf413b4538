package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.model.DownloadSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Map;

/// Which way a download goes.
final class ProxiesTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "https_proxy", "http://user@proxy.invalid:3128/",
                    "ALL_PROXY", "other.invalid:1080",
                    "no_proxy", "inner.invalid, .office.invalid,*.lab.invalid");

    private static String way(DownloadSettings settings, String address) {
        return Proxies.of(settings, ENVIRONMENT).select(URI.create(address)).getFirst().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "https://models.invalid/a, HTTP @ proxy.invalid/<unresolved>:3128",
        "http://models.invalid/a, HTTP @ other.invalid/<unresolved>:1080",
        "https://inner.invalid/a, DIRECT",
        "https://deep.inner.invalid/a, DIRECT",
        "https://notinner.invalid/a, HTTP @ proxy.invalid/<unresolved>:3128",
        "https://a.office.invalid/a, DIRECT",
        "https://lab.invalid/a, DIRECT",
        "https://127.0.0.1/a, DIRECT",
        "https://localhost/a, DIRECT",
        "https://[::1]/a, DIRECT",
    })
    void theEnvironmentIsHonoured(String address, String way) {
        assertEquals(way, way(DownloadSettings.DEFAULT, address));
    }

    @Test
    void theSettingsComeFirst() {
        assertEquals(
                "HTTP @ mine.invalid/<unresolved>:99",
                way(new DownloadSettings(null, "mine.invalid:99"), "https://inner.invalid/a"));
        assertEquals(
                "DIRECT", way(new DownloadSettings(null, "direct"), "https://models.invalid/a"));
    }

    @Test
    void whatIsNoProxyIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> way(new DownloadSettings(null, "a b:c"), "https://models.invalid/a"));
    }
}
