package io.dovetail.lab.idp;

import java.net.URI;

/** Starts the provider from the command line: {@code java -jar test-idp.jar --port N [--base-url URL]}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        IdpOptions options;
        try {
            options = IdpOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("test-idp: " + e.getMessage());
            System.err.println("usage: java -jar test-idp.jar [--port N] [--base-url URL]");
            System.exit(2);
            return;
        }
        URI address = IdpServer.start(options).baseUrl();
        System.out.println("test-idp ready at " + address);
    }
}
