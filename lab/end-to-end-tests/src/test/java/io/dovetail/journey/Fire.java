package io.dovetail.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Kills every service once in the middle of a company's sending, each at a moment that nobody chose, and starts it
 * again at once, as a cluster would; nobody waits for anybody. It counts what the kills met.
 */
final class Fire {
    private static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");

    /** Longest wait for the middle; after that the service is killed wherever it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(150).toNanos();
    private static final String RUNNING = "select id from job where state = 'RUNNING' and company_id = '%s'";
    private static final String QUEUED =
            "select id from delivery where state = 'QUEUED' and job_id is not null and company_id = '%s'";
    private static final String IN_HAND = QUEUED + " and tries > 0 and next_try_at > now()";

    private final Stack stack;
    private final Company company;
    private final Map<String, Integer> met = new TreeMap<>();

    Fire(Stack stack, Company company) {
        this.stack = stack;
        this.company = company;
    }

    /** Returns when all are ready again. */
    void rage() {
        var threads = Executors.newFixedThreadPool(SERVICES.size());
        try {
            var kills = new ArrayList<CompletableFuture<Void>>();
            SERVICES.forEach(service -> kills.add(CompletableFuture.runAsync(() -> kill(service), threads)));
            kills.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private void kill(String service) {
        awaitTheMiddle(service);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        look(service);
        stack.kill(service);
        stack.start(service);
    }

    /** The first two are at work as soon as Enable has answered. */
    private void awaitTheMiddle(String service) {
        BooleanSupplier middle = switch (service) {
            case "binding-service" -> this::isJobRunning;
            case "notification-service" -> () -> isAny("notification-service", QUEUED);
            default -> () -> true;
        };
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!middle.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void look(String service) {
        switch (service) {
            case "binding-service" -> count("a job under way", isJobRunning());
            case "notification-service" -> {
                count("mails waiting", isAny(service, QUEUED));
                count("mails in hand", isAny(service, IN_HAND));
            }
            default -> {}
        }
    }

    private boolean isJobRunning() {
        return isAny("binding-service", RUNNING);
    }

    private boolean isAny(String service, String query) {
        return !stack.database(service).rows(query.formatted(company.id)).isEmpty();
    }

    private synchronized void count(String what, boolean isMet) {
        met.merge(what, isMet ? 1 : 0, Integer::sum);
    }

    /** How many kills of binding-service met a job, and of notification-service mails. */
    synchronized Map<String, Integer> met() {
        return Map.copyOf(met);
    }
}
