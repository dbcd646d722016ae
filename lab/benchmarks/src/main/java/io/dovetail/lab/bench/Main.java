package io.dovetail.lab.bench;

import io.dovetail.lab.bench.check.CheckCommand;
import io.dovetail.lab.bench.signin.SignInCommand;
import java.nio.file.Path;

/** Prints a table, as README.md beside it explains: {@code java -jar benchmarks.jar check}, or {@code sign-in}. */
public final class Main {
    private static final int SECONDS = 10;
    private static final int BATCHES = 8;

    private Main() {}

    public static void main(String[] arguments) {
        var command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "check" -> System.out.println(CheckCommand.run(SECONDS));
            case "sign-in" ->
                System.out.println(
                        SignInCommand.run(Path.of(arguments.length > 1 ? arguments[1] : ".run/stack.json"), BATCHES));
            default -> {
                System.err.println("usage: java -jar benchmarks.jar check | sign-in [STACK_FILE]");
                System.exit(2);
            }
        }
    }
}
