package io.dovetail.lab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code ./run} was asked for.
 *
 * @param root the project's folder, where the built parts lie
 * @param data where everything that lasts is kept
 * @param port the public one
 */
record StackOptions(Path root, Path data, int port, boolean https) {

    static StackOptions parse(String[] arguments) {
        var root = Path.of("").toAbsolutePath();
        Path data = null;
        var port = 8080;
        var https = false;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--root" -> root = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--data" -> data = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--port" -> port = port(value(arguments, ++i));
                case "--https" -> https = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return new StackOptions(root, data == null ? temporary() : data, port, https);
    }

    String publicUrl() {
        return (https ? "https" : "http") + "://localhost:" + port;
    }

    Path runFolder() {
        return root.resolve(".run");
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static int port(String text) {
        var port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 1 to 65535, not " + text);
        }
        return port;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dovetail");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
