package dev.pharos.models.shelf;

import dev.pharos.engine.model.DownloadSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Which proxy a download goes through: the settings' word, else the environment's (`https_proxy`,
/// `http_proxy`, `all_proxy`, `no_proxy`, also in capitals), else what the JVM's properties say.
/// This machine itself is never reached through a proxy.
final class Proxies extends ProxySelector {
    private static final String DIRECT = "direct";
    private static final int HTTP_PORT = 80;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i:https?://)?([^/@\\s]*@)?(?<host>[^/:@\\s\\[\\]]+|\\[[0-9a-fA-F:.]+])"
                            + "(:(?<port>[0-5]?\\d{1,4}|6[0-4]\\d{3}))?/?");

    private final Map<String, String> environment;

    private Proxies(Map<String, String> environment) {
        this.environment = environment;
    }

    /// A proxy of another kind than HTTP, or no address at all.
    static final class Unusable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String proxy;

        Unusable(String proxy) {
            super(proxy);
            this.proxy = proxy;
        }

        String proxy() {
            return proxy;
        }
    }

    /// @throws Unusable if the settings' proxy is; one of the environment is found out by [#select]
    static ProxySelector of(DownloadSettings settings, Map<String, String> environment) {
        var chosen = settings.proxy();
        if (chosen == null || chosen.isBlank()) {
            return new Proxies(environment);
        }
        return chosen.strip().equalsIgnoreCase(DIRECT)
                ? ProxySelector.of(null)
                : ProxySelector.of(parsed(chosen.strip()));
    }

    /// `host:port`, or an address of which only these two matter. Hosts of closed networks may have
    /// names that no address on the web has, such as `my_proxy`.
    ///
    /// @throws Unusable also for SOCKS, which the client does not speak
    private static InetSocketAddress parsed(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw new Unusable(text.replaceFirst("//[^/@]*@", "//")); // without a password
        }
        var port = address.group("port");
        // left unresolved: the proxy of a closed network may be known by name only later
        return InetSocketAddress.createUnresolved(
                address.group("host"), port == null ? HTTP_PORT : Integer.parseInt(port));
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost();
        if (host == null || here(host) || excepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        var named = variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        var proxy = named == null ? variable("all_proxy") : named;
        if (proxy != null) {
            return List.of(new Proxy(Proxy.Type.HTTP, parsed(proxy)));
        }
        var usual = ProxySelector.getDefault();
        return usual == null ? List.of(Proxy.NO_PROXY) : usual.select(uri);
    }

    private static boolean here(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// A name in `no_proxy` stands for itself and all below it, `*` for every one.
    private boolean excepted(String host) {
        var exceptions = variable("no_proxy");
        return exceptions != null
                && Arrays.stream(exceptions.split(","))
                        .map(each -> each.strip().replaceFirst("^\\*?\\.", ""))
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each ->
                                each.equals("*")
                                        || host.equalsIgnoreCase(each)
                                        || host.toLowerCase(Locale.ROOT)
                                                .endsWith("." + each.toLowerCase(Locale.ROOT)));
    }

    private @Nullable String variable(String name) {
        var value = environment.get(name);
        var said = value == null ? environment.get(name.toUpperCase(Locale.ROOT)) : value;
        return said == null || said.isBlank() ? null : said.strip();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // the download itself tells it
    }
}
