package io.dovetail.kit.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A ticket is good for one use. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class SpendingTicketsTest {
    private static final Pair PAIR = new Pair("sso-service", "user-service");
    private static final int PARALLEL = 50;

    @Inject
    Tickets tickets;

    @Test
    void isSpentOnceByFiftyInParallel() throws Exception {
        var ticket = newTicket();
        var start = new CountDownLatch(1);
        Callable<String> spend = () -> {
            start.await();
            return spend(ticket);
        };
        var threads = Executors.newFixedThreadPool(PARALLEL);

        var answers = IntStream.range(0, PARALLEL)
                .mapToObj(i -> threads.submit(spend))
                .toList();
        start.countDown();

        var counts = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> {
                            try {
                                return answer.get();
                            } catch (Exception failure) {
                                throw new AssertionError(failure);
                            }
                        },
                        Collectors.counting()));
        threads.shutdown();
        assertEquals(Map.of("spent", 1L, "ticket-already-used", PARALLEL - 1L), counts);
    }

    @Test
    void isNotSpentWhenTheTransactionRollsBack() {
        var ticket = newTicket();

        QuarkusTransaction.begin();
        tickets.spend(ticket);
        QuarkusTransaction.rollback();

        assertEquals("spent", spend(ticket));
        assertEquals("ticket-already-used", spend(ticket));
    }

    @Test
    void isNotSpentOutsideATransaction() {
        var ticket = newTicket();

        assertThrows(TransactionalException.class, () -> tickets.spend(ticket));

        assertEquals("spent", spend(ticket));
    }

    private Opened<?> newTicket() {
        var sealed = tickets.seal(PAIR, "sign-in", Map.of("name", "Ada"), Duration.ofMinutes(1));
        return tickets.open(PAIR, "sign-in", Map.class, sealed);
    }

    private String spend(Opened<?> ticket) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tickets.spend(ticket));
            return "spent";
        } catch (ProblemException refused) {
            return refused.problem().slug();
        }
    }
}
