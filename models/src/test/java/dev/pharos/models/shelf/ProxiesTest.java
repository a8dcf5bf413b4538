package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.model.DownloadSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b:c",
                "socks5h://proxy.invalid:1080",
                "socks://me:secret@proxy.invalid:1080",
                "http://",
                "proxy.invalid:http",
                "proxy.invalid:99999"
            })
    void whatIsNoHttpProxyIsRefusedWithoutItsPassword(String proxy) {
        var refused =
                assertThrows(
                        Proxies.Unusable.class,
                        () -> way(new DownloadSettings(null, proxy), "https://models.invalid/a"));
        assertEquals(proxy.replace("me:secret@", ""), refused.proxy());
    }

    @Test
    void aHostOfAClosedNetworkMayHaveAnyName() {
        assertEquals(
                "HTTP @ my_proxy/<unresolved>:3128",
                way(new DownloadSettings(null, "http://my_proxy:3128"), "https://models.invalid/"));
    }
}
