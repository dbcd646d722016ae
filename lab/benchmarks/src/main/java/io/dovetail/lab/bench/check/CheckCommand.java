package io.dovetail.lab.bench.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link CheckBenchmark} in a JVM of its own, configured as deployed, and prints each answer's ratio. */
public final class CheckCommand {
    private CheckCommand() {}

    /** @param seconds of measuring per answer and method, after as many of warm-up; about 18 times as many in all */
    public static String run(int seconds) {
        var options = new OptionsBuilder()
                .include(CheckBenchmark.class.getName())
                .forks(1)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .warmupIterations(seconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .build();
        try {
            return table(new Runner(options).run());
        } catch (RunnerException failure) {
            throw new IllegalStateException("the benchmark did not run", failure);
        }
    }

    private static String table(Collection<RunResult> results) {
        var checks = new EnumMap<Answer, Double>(Answer.class);
        var floors = new EnumMap<Answer, Double>(Answer.class);
        for (var result : results) {
            var method = result.getParams().getBenchmark();
            var answer = Answer.valueOf(result.getParams().getParam("answer"));
            var scores = method.endsWith(".floor") ? floors : checks;
            scores.put(answer, result.getPrimaryResult().getScore());
        }
        var text = new StringBuilder("| answer | check µs | floor µs | check / floor |\n|---|---|---|---|\n");
        for (var answer : Answer.values()) {
            text.append(row(answer, of(checks, answer), of(floors, answer)));
        }
        return text.toString();
    }

    private static double of(Map<Answer, Double> scores, Answer answer) {
        return Objects.requireNonNull(scores.get(answer), () -> answer + " was not measured");
    }

    private static String row(Answer answer, double check, double floor) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", answer, check, floor, check / floor);
    }
}
