package io.dovetail.notifications.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before the mail server: lets everything through, or is closed, or silent, or answers in its place. */
final class SmtpGate {
    static final String NOTHING = "";
    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<([^>]*)>.*", Pattern.CASE_INSENSITIVE);

    private final int port;
    private final int serverPort;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong unanswered = new AtomicLong();
    private volatile boolean silent;
    private @Nullable ServerSocket door;

    SmtpGate(int port, int serverPort) {
        this.port = port;
        this.serverPort = serverPort;
    }

    /** Nobody listens any more, and open connections break. */
    synchronized void close() {
        try {
            if (door != null) {
                door.close();
                door = null;
            }
            hangUp();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }

    synchronized void open() {
        silent = false;
        if (door == null) {
            try {
                var opened = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
                door = opened;
                start(() -> accept(opened));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Open connections break; new ones are taken, and then nothing is ever said on them. */
    void beSilent() {
        silent = true;
        try {
            hangUp();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Mails to this address are answered so from now on. */
    void answer(String address, String answer) {
        answers.put(address, answer);
    }

    /** Connections that are open and on which nothing is said. */
    long silentConnections() {
        return unanswered.get();
    }

    void letThrough(String address) {
        answers.remove(address);
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var client = opened.accept();
                open.add(client);
                if (silent) {
                    start(() -> listen(client));
                } else {
                    var server = new Socket("127.0.0.1", serverPort);
                    open.add(server);
                    start(() -> pass(server, client, false));
                    start(() -> pass(client, server, true));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Hears the other side out until it hangs up. */
    private void listen(Socket client) {
        unanswered.incrementAndGet();
        try (client;
                var words = client.getInputStream()) {
            words.transferTo(OutputStream.nullOutputStream());
        } catch (IOException hungUp) {
            open.remove(client);
        } finally {
            unanswered.decrementAndGet();
        }
    }

    private void pass(Socket from, Socket to, boolean commands) {
        try (from;
                to;
                var lines =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var recipient = RECIPIENT.matcher(line);
                var answer = commands && recipient.matches() ? answers.get(recipient.group(1)) : null;
                if (NOTHING.equals(answer)) {
                    listen(from);
                    return;
                }
                write(answer == null ? to.getOutputStream() : from.getOutputStream(), answer == null ? line : answer);
            }
        } catch (IOException ended) {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "smtp-gate");
        thread.setDaemon(true);
        thread.start();
    }
}
