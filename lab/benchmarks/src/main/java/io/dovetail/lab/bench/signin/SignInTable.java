package io.dovetail.lab.bench.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured, as a table in Markdown.
 *
 * @param warmUp sign-ins that came before
 * @param alone microseconds of the floor on a machine that does nothing else
 * @param amidst microseconds of the floor between the sign-ins themselves
 */
record SignInTable(int warmUp, int signIns, double alone, double amidst) {

    String of(Map<String, Duration> stations, ProcessorTime used) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d sign-ins after %d, floor %.1f µs alone, %.1f µs amidst them%n%n"
                        + "| part | µs per sign-in | × floor alone | × floor amidst |%n|---|---|---|---|%n",
                signIns,
                warmUp,
                alone,
                amidst));
        stations.forEach((name, time) -> text.append(row(name, time)));
        text.append(row("**all**", used.total()));
        new TreeMap<>(used.byKind()).forEach((kind, time) -> text.append(row("of it: " + kind, time)));
        return text.toString();
    }

    private String row(String part, Duration time) {
        var each = time.toNanos() / 1_000.0 / signIns;
        return String.format(Locale.ROOT, "| %s | %.0f | %.1f | %.1f |%n", part, each, each / alone, each / amidst);
    }
}
