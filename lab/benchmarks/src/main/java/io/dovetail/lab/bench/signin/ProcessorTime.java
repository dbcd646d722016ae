package io.dovetail.lab.bench.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time that a process has used so far, in all and by the kind of its threads, as Linux counts it in ticks
 * of ten milliseconds (proc(5)).
 */
record ProcessorTime(Duration total, Map<String, Duration> byKind) {
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final Duration TICK = Duration.ofMillis(10);

    static ProcessorTime of(long pid) {
        var process = Path.of("/proc", String.valueOf(pid));
        var byKind = new TreeMap<String, Duration>();
        try (var threads = Files.list(process.resolve("task"))) {
            for (var thread : threads.toList()) {
                try {
                    var stat = Stat.of(thread);
                    byKind.merge(kind(stat.name()), stat.used(), Duration::plus);
                } catch (NoSuchFileException ended) {
                    // Between the list and the look; the total still has it
                }
            }
            return new ProcessorTime(Stat.of(process).used(), byKind);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Since the earlier reading of the same process. */
    ProcessorTime since(ProcessorTime earlier) {
        var difference = new TreeMap<String, Duration>();
        byKind.forEach(
                (kind, used) -> difference.put(kind, used.minus(earlier.byKind.getOrDefault(kind, Duration.ZERO))));
        return new ProcessorTime(total.minus(earlier.total), difference);
    }

    /** What a kind of threads used of the whole; from 0 to 1. */
    double share(String kind) {
        return (double) byKind.getOrDefault(kind, Duration.ZERO).toMillis() / Math.max(1, total.toMillis());
    }

    /** Linux keeps fifteen characters of a thread's name. */
    private static String kind(String thread) {
        if (thread.startsWith("executor-thread")) {
            return "requests";
        }
        if (thread.startsWith("vert.x-eventloo")) {
            return "network";
        }
        if (thread.startsWith("outbox-relay") || thread.startsWith("kafka-producer")) {
            return "relay to Kafka";
        }
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return "compiler";
        }
        return thread.startsWith("VM ") || thread.startsWith("GC ") || thread.startsWith("G1 ") ? "memory" : "other";
    }

    private record Stat(String name, Duration used) {
        static Stat of(Path folder) throws IOException {
            var line = Files.readString(folder.resolve("stat"));
            var end = line.lastIndexOf(')');
            var fields = line.substring(end + 2).split(" ", -1);
            return new Stat(
                    line.substring(line.indexOf('(') + 1, end),
                    TICK.multipliedBy(Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])));
        }
    }
}
