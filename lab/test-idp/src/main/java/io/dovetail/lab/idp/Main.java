package io.dovetail.lab.idp;

import io.dovetail.lab.idp.check.CheckCommand;
import java.net.URI;
import java.util.Arrays;

/** The command line: {@code java -jar test-idp.jar [--port N] [--base-url URL]}, or {@code … check …}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("check")) {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(new CheckCommand(System.out, System.err).run(rest));
            return;
        }
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
