package io.dovetail.kit.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A relay in a process of its own, to be killed. Arguments: database URL, user, password, Kafka's address. */
public final class RelayMain {
    private RelayMain() {}

    public static void main(String[] arguments) throws IOException {
        var settings = RelaySettings.usual();
        new OutboxRelay(
                        settings,
                        Relays.batch(settings),
                        Map.of("bootstrap.servers", arguments[3]),
                        arguments[0],
                        arguments[1],
                        arguments[2])
                .start();
        endWithParent();
    }

    private static void endWithParent() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
