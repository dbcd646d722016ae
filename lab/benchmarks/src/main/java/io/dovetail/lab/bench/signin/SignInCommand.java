package io.dovetail.lab.bench.signin;

import io.dovetail.lab.bench.Floor;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Processor time of sso-service per accepted sign-in, over HTTP, with all that it writes and tells, by station and by
 * kind of thread, as multiples of the floor of the same response (design.md, section 11).
 */
public final class SignInCommand {
    /** An answer is kept for a minute: a batch has to be through by then. */
    private static final int BATCH = 250;

    /** At once: each waits most of its time, for the client's own delays and the database. */
    private static final int BROWSERS = 4;

    /** In batches. The compiler takes its time: its share tells when the service is what it is after a day. */
    private static final int WARM_UP_STEP = 20;

    private static final int MOST_WARM_UP_STEPS = 15;
    private static final double IDLE_SHARE = 0.05;
    private static final int IDLE_STEPS = 2;
    private static final int FLOORS = 20_000;

    private final DemoConnection connection;
    private final MeasuredService service;
    private final Executor browsers;

    private SignInCommand(DemoConnection connection, MeasuredService service, Executor browsers) {
        this.connection = connection;
        this.service = service;
        this.browsers = browsers;
    }

    /** @param batches of 250 sign-ins that are measured, once the compiler is done, or after 75,000 of warm-up */
    public static String run(Path stackFile, int batches) {
        var stack = new RunningStack(stackFile);
        var connection = new DemoConnection(stack);
        connection.enable();
        var browsers = Executors.newFixedThreadPool(BROWSERS);
        try (var service = MeasuredService.inPlaceOf(stack)) {
            return new SignInCommand(connection, service, browsers).measure(batches);
        } finally {
            browsers.shutdownNow();
        }
    }

    private String measure(int batches) {
        var warmUp = warmUp();
        var floor = new Floor(connection.response("_request"));
        var alone = alone(floor);
        var stations = new LinkedHashMap<String, Duration>();
        try (var floors = new FloorAmidst(floor)) {
            var before = service.processorTime();
            for (var batch = 0; batch < batches; batch++) {
                runBatch(stations);
            }
            var used = service.processorTime().since(before);
            return new SignInTable(warmUp, batches * BATCH, alone, floors.micros()).of(stations, used);
        }
    }

    /** Until the compiler has been idle for two steps. @return how many sign-ins it took */
    private int warmUp() {
        var idleSteps = 0;
        var step = 0;
        while (step < MOST_WARM_UP_STEPS && idleSteps < IDLE_STEPS) {
            var before = service.processorTime();
            for (var batch = 0; batch < WARM_UP_STEP; batch++) {
                runBatch(new LinkedHashMap<>());
            }
            step++;
            var share = service.processorTime().since(before).share("compiler");
            idleSteps = share < IDLE_SHARE ? idleSteps + 1 : 0;
            System.err.printf(
                    Locale.ROOT, "warm-up: %d sign-ins, compiler %.0f %%%n", step * WARM_UP_STEP * BATCH, share * 100);
        }
        return step * WARM_UP_STEP * BATCH;
    }

    /** Adds what each station used to the given times. */
    private void runBatch(Map<String, Duration> stations) {
        var http = service.http();
        var requests = station(stations, "GET …/login", numbers(), number -> connection.login(http));
        var answers = requests.stream()
                .map(request -> new Answer(request, connection.response(request)))
                .toList();
        var paths = station(
                stations,
                "POST …/{company}",
                answers,
                answer -> connection.answer(http, answer.request(), answer.response()));
        station(stations, "GET …/finish", paths, path -> {
            connection.finish(http, path);
            return path;
        });
    }

    private record Answer(String request, String response) {}

    private static List<Integer> numbers() {
        return IntStream.range(0, BATCH).boxed().toList();
    }

    private <A, B> List<B> station(Map<String, Duration> stations, String name, List<A> inputs, Function<A, B> step) {
        var before = service.processorTime();
        var outputs = inputs.stream()
                .map(input -> CompletableFuture.supplyAsync(() -> step.apply(input), browsers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        stations.merge(name, service.processorTime().since(before).total(), Duration::plus);
        return outputs;
    }

    /** Microseconds of this thread, as the service's are measured: not what a clock on the wall shows. */
    private static double alone(Floor floor) {
        var threads = ManagementFactory.getThreadMXBean();
        for (var warmUp = 0; warmUp < FLOORS; warmUp++) {
            floor.run();
        }
        var before = threads.getCurrentThreadCpuTime();
        for (var run = 0; run < FLOORS; run++) {
            floor.run();
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / FLOORS;
    }
}
