package io.dovetail.kit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.PublishedEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What was forgotten stays so, whoever writes about it at the same moment. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class ForgottenTest {
    @Inject
    Forgotten forgotten;

    @Inject
    DataSource database;

    private final UUID company = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @Test
    void knowsWhatWasForgottenAndNothingElse() {
        assertFalse(isForgotten(company, person));

        forget(person);
        forget(person);

        assertTrue(isForgotten(company, person));
        assertTrue(isForgotten(person, company));
        assertFalse(isForgotten(company, UUID.randomUUID()));
    }

    @Test
    void waitsForWhoeverIsWritingAboutIt() throws Exception {
        QuarkusTransaction.begin();
        assertFalse(forgotten.includes(company, person));

        var forgetting = CompletableFuture.runAsync(() -> forget(person));
        untilSomebodyWaits();

        assertFalse(forgetting.isDone());
        QuarkusTransaction.commit();
        forgetting.get(10, TimeUnit.SECONDS);
        assertTrue(isForgotten(company, person));
    }

    @Test
    void whoWritesWhileItIsBeingForgottenWaitsAndLearnsIt() throws Exception {
        QuarkusTransaction.begin();
        forgotten.add(person);

        var writing = CompletableFuture.supplyAsync(() -> isForgotten(company, person));
        untilSomebodyWaits();

        assertFalse(writing.isDone());
        QuarkusTransaction.commit();
        assertEquals(true, writing.get(10, TimeUnit.SECONDS));
    }

    private void untilSomebodyWaits() {
        var look = new PublishedEvents(database, new ObjectMapper());
        Eventually.until(
                "a transaction to wait",
                () -> look.value("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and wait_event = 'advisory'")
                        .equals("1"));
    }

    private boolean isForgotten(UUID one, UUID other) {
        return QuarkusTransaction.requiringNew().call(() -> forgotten.includes(one, other));
    }

    private void forget(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> forgotten.add(id));
    }
}
