package io.dovetail.sso.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ServerSocketFactory;

/** A web server that answers every request with the bytes that a test chose, as fast or slow as it likes. */
public final class Site implements AutoCloseable {

    /** Writes an answer; whoever hung up ends it with an exception. */
    @FunctionalInterface
    public interface Answer {
        void write(String path, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private Site(ServerSocket server, Answer answer) {
        this.server = server;
        var accepting = new Thread(() -> accept(answer), "site");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static Site on(String address, Answer answer) throws IOException {
        return on(address, ServerSocketFactory.getDefault(), answer);
    }

    static Site on(String address, ServerSocketFactory sockets, Answer answer) throws IOException {
        return new Site(sockets.createServerSocket(0, 50, InetAddress.getByName(address)), answer);
    }

    /** Answers 200 with this text. */
    public static Answer text(String body) {
        return (path, out) -> write(
                out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Answers with a redirect to there. */
    static Answer redirect(String location) {
        return (path, out) -> write(
                out,
                "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of the requests that came, each from its first to its last header. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept(Answer answer) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                var serving = new Thread(() -> serve(socket, answer), "site-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Answer answer) {
        try (socket) {
            var head = head(socket);
            requests.add(head);
            answer.write(head.split(" ", 3)[1], socket.getOutputStream());
        } catch (IOException hungUp) {
            requests.add("hung up");
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
