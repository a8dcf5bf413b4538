package dev.pharos.models.chat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Notes every name that a process wants to have looked up, and looks up none.
public final class RecordedNames extends InetAddressResolverProvider
        implements InetAddressResolver {
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return this;
    }

    @Override
    public String name() {
        return "recorded names";
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
            throws UnknownHostException {
        ASKED.add(host);
        throw new UnknownHostException(host);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        var literal = InetAddress.getByAddress(address).getHostAddress();
        ASKED.add(literal);
        throw new UnknownHostException(literal);
    }
}
