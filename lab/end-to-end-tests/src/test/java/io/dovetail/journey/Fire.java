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

    /**
     * Longest wait for the middle; after that the service is killed wherever it is. The news of Enable may have to wait
     * for one service to start again, and the mails for another, all on the same two cores.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(150).toNanos();
    private static final String RUNNING = "select id from job where state = 'RUNNING' and company_id = '%s'";
    private static final String IN_HAND = "select id from delivery where state = 'QUEUED' and job_id is not null"
            + " and tries > 0 and next_try_at > now() and company_id = '%s'";

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

    /** The middle may be over after the pause: then the next one is waited for. */
    private void kill(String service) {
        awaitTheMiddle(service);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        count(service, awaitTheMiddle(service));
        stack.kill(service);
        stack.start(service);
    }

    /** Whether it came: a job under way, a mail in hand. The other two are at work as soon as Enable has answered. */
    private boolean awaitTheMiddle(String service) {
        BooleanSupplier middle = switch (service) {
            case "binding-service" -> () -> isAny(service, RUNNING);
            case "notification-service" -> () -> isAny(service, IN_HAND);
            default -> () -> true;
        };
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (middle.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return false;
    }

    private boolean isAny(String service, String query) {
        return !stack.database(service).rows(query.formatted(company.id)).isEmpty();
    }

    private synchronized void count(String service, boolean isMet) {
        met.merge(service, isMet ? 1 : 0, Integer::sum);
    }

    /** How many kills of each service met it at work. */
    synchronized Map<String, Integer> met() {
        return Map.copyOf(met);
    }
}
