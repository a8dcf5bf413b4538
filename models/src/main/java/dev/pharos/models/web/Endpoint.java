package dev.pharos.models.web;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/// Where a service is that the owner has named. Deciding whether that is this machine asks no name
/// server.
///
/// @param base such as `http://127.0.0.1:11434/v1`
public record Endpoint(URI base) {
    private static final String LOCALHOST = "localhost";

    /// @return null where `address` is not an http address with a host
    public static @Nullable Endpoint parse(String address) {
        try {
            URI base = URI.create(address.strip());
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && base.getHost() != null ? new Endpoint(base) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// True only for `localhost` and literal loopback addresses (127.0.0.0/8, ::1). What is sent to
    /// any other name may leave this machine.
    public boolean local() {
        String host = base.getHost();
        if (host.equalsIgnoreCase(LOCALHOST)) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// What `host` stands for on this machine, without asking anyone.
    ///
    /// @throws UnknownHostException for a name other than `localhost`
    public static List<InetAddress> onThisMachine(String host) throws UnknownHostException {
        if (host.equalsIgnoreCase(LOCALHOST)) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        }
        try {
            return List.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            throw (UnknownHostException) new UnknownHostException(host).initCause(e);
        }
    }
}
