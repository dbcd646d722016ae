package io.dovetail.lab.idp.check.line;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** A POST request written by hand, byte for byte. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_STATUS_LINE = 200;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of a form's POST, with one more header that says how long its body is. */
    static RawConnection post(URI address, String lengthHeader) throws IOException {
        boolean secure = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
        Socket socket = secure
                ? ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, address.getHost(), port, true)
                : plain;
        socket.setSoTimeout(PATIENCE_MILLIS);
        RawConnection connection = new RawConnection(socket);
        connection.write(("POST " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getHost() + ":" + port
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + lengthHeader + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** The status of the answer; empty when the connection ended without one or none came in time. */
    Optional<Integer> status() {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_STATUS_LINE; c = in.read()) {
                line.append((char) c);
            }
            String[] words = line.toString().split(" ", 3);
            return words.length > 1 && words[1].matches("\\d{3}")
                    ? Optional.of(Integer.parseInt(words[1]))
                    : Optional.empty();
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close
        }
    }
}
