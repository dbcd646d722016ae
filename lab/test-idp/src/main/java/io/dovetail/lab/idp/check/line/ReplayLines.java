package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.answer.Answers;
import io.dovetail.lab.idp.check.browser.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** security.md F6 and F16: whatever was accepted is accepted once. */
final class ReplayLines {

    private static final int AT_ONCE = 50;

    private ReplayLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "F6_REQUEST_USED", after("F6_REQUEST_USED", false),
                "F16_SAME_AGAIN", after("F16_SAME_AGAIN", false),
                "F16_SAME_AGAIN_IN_ANOTHER_SIGN_IN", after("F16_SAME_AGAIN_IN_ANOTHER_SIGN_IN", true),
                "F16_SAME_ASSERTION_IN_NEW_RESPONSE", after("F16_SAME_ASSERTION_IN_NEW_RESPONSE", false),
                "F16_FIFTY_IN_PARALLEL", ReplayLines::fiftyInParallel);
    }

    private static Scenario after(String line, boolean anew) {
        return new AfterAnother(Answers.find(line).orElseThrow(), anew);
    }

    private static Observation fiftyInParallel(Stage stage) {
        Visit visit = stage.visit();
        List<Map.Entry<String, String>> form = visit.form(stage.signed(stage.honest(visit.requestId())));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch gate = new CountDownLatch(1);
        try {
            List<Future<Observation>> coming = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Browser browser = visit.browser().copy();
                coming.add(threads.submit(() -> {
                    gate.await();
                    return stage.see(browser.post(stage.acs(), form));
                }));
            }
            gate.countDown();
            List<Observation> seen = new ArrayList<>();
            for (Future<Observation> one : coming) {
                seen.add(one.get());
            }
            return together(seen);
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of fifty could not be posted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Observation together(List<Observation> seen) {
        int accepted = count(seen, Outcome.ACCEPTED);
        int faults = count(seen, Outcome.FAULT);
        String words = accepted + " accepted, " + count(seen, Outcome.REFUSED) + " refused, " + faults + " failed, "
                + (count(seen, Outcome.RESTARTED) + count(seen, Outcome.UNCLEAR)) + " otherwise";
        Outcome outcome = faults > 0 ? Outcome.FAULT : accepted > 0 ? Outcome.ACCEPTED : Outcome.REFUSED;
        return Observation.of(outcome, words).withTimes(accepted);
    }

    private static int count(List<Observation> seen, Outcome outcome) {
        return (int) seen.stream().filter(one -> one.outcome() == outcome).count();
    }
}
