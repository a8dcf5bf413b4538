package dev.pharos.models.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.SocketFactory;

/// Makes sockets that connect to this machine only: the last gate of a local endpoint, whatever the
/// client library above does.
public final class LoopbackSockets extends SocketFactory {

    private static final class LoopbackSocket extends Socket {

        /// An ordinary socket would ask for a SOCKS proxy of the system.
        LoopbackSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress end, int timeoutMs) throws IOException {
            if (!(end instanceof InetSocketAddress inet)
                    || inet.isUnresolved()
                    || !inet.getAddress().isLoopbackAddress()) {
                throw new ConnectException("beyond this machine: " + end);
            }
            super.connect(end, timeoutMs);
        }
    }

    @Override
    public Socket createSocket() {
        return new LoopbackSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }
}
