package io.dovetail.lab.bench;

import io.dovetail.lab.bench.check.CheckCommand;

/** {@code java -jar benchmarks.jar check}: prints a table, as README.md beside it explains. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "check" -> System.out.println(CheckCommand.run(5));
            default -> {
                System.err.println("usage: java -jar benchmarks.jar check");
                System.exit(2);
            }
        }
    }
}
