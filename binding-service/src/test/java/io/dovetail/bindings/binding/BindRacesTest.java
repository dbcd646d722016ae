package io.dovetail.bindings.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several at once: the unique constraints let exactly one through. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BindRacesTest {

    @Inject
    Scene scene;

    @Test
    void theSameTicketFiftyTimesInParallelBindsOnce() throws Exception {
        var attempt = Attempt.any();

        var answers = presentAtOnce(Collections.nCopies(50, scene.ticket(attempt)));

        assertEquals(Map.of("200", 1L, "/problems/ticket-already-used", 49L), answers);
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void manyTicketsOfOneSignInMakeOneBinding() throws Exception {
        var attempt = Attempt.any();
        var tickets =
                IntStream.range(0, 20).mapToObj(i -> scene.ticket(attempt)).toList();

        var answers = presentAtOnce(tickets);

        assertEquals(Map.of("200", 20L), answers);
        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void ofManyUsersAtOneIdentityExactlyOneIsBound() throws Exception {
        var attempt = Attempt.any();
        var tickets = IntStream.range(0, 20)
                .mapToObj(i -> scene.ticket(attempt.byUser(UUID.randomUUID())))
                .toList();

        var answers = presentAtOnce(tickets);

        assertEquals(Map.of("200", 1L, "/problems/identity-taken", 19L), answers);
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
        assertEquals(19, scene.told(attempt.companyId(), "binding-refused"));
    }

    @Test
    void ofManyIdentitiesForOneUserExactlyOneIsBound() throws Exception {
        var attempt = Attempt.any();
        var tickets = IntStream.range(0, 20)
                .mapToObj(i -> scene.ticket(attempt.withSamlId("ada" + i)))
                .toList();

        var answers = presentAtOnce(tickets);

        assertEquals(Map.of("200", 1L, "/problems/other-identity-bound", 19L), answers);
        assertEquals(1, scene.bindings(attempt.companyId()));
    }

    /** Presents all of them at the same moment and counts the answers by problem type, or 200. */
    private static Map<String, Long> presentAtOnce(List<String> tickets) throws Exception {
        var threads = Executors.newFixedThreadPool(tickets.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            for (var ticket : tickets) {
                answers.add(threads.submit(() -> {
                    start.await();
                    var answer = Scene.present(ticket);
                    return answer.statusCode() == 200 ? "200" : answer.<String>path("type");
                }));
            }
            start.countDown();
            var types = new ArrayList<String>();
            for (var answer : answers) {
                types.add(answer.get());
            }
            return types.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            threads.shutdownNow();
        }
    }
}
