package io.dovetail.kit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a foreign state's revisions the highest is kept, however they arrive. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class CopiesTest {
    private enum Colour {
        RED,
        GREEN
    }

    @Inject
    Copies copies;

    @Inject
    DataSource database;

    private final UUID owner = UUID.randomUUID();
    private final UUID thing = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"1234", "4321", "2413", "4444", "14"})
    void keepsTheHighestRevisionInWhateverOrderTheyArrive(String order) throws SQLException {
        for (var i = 0; i < order.length(); i++) {
            keep(Character.digit(order.charAt(i), 10));
        }

        assertEquals("4 name-4", kept());
    }

    @Test
    void tellsWhetherARevisionWasNews() {
        assertTrue(keep(2));
        assertFalse(keep(2));
        assertFalse(keep(1));
        assertTrue(keep(3));
    }

    @Test
    void keepsTheHighestOfRevisionsThatArriveInParallel() throws Exception {
        var arrivals = new ArrayList<CompletableFuture<Void>>();
        for (var revision : List.of(3, 9, 1, 7, 5, 2, 8, 4, 6)) {
            arrivals.add(CompletableFuture.runAsync(() -> keep(revision)));
        }

        CompletableFuture.allOf(arrivals.toArray(CompletableFuture<?>[]::new)).get(10, TimeUnit.SECONDS);

        assertEquals("9 name-9", kept());
    }

    @Test
    void keepsTheStateOfOneThingApartFromAnothers() throws SQLException {
        keep(5);

        var news = QuarkusTransaction.requiringNew()
                .call(() -> copies.keepNewest(
                        "thing_copy", Map.of("owner", UUID.randomUUID(), "thing", thing), 1, Map.of("name", "other")));

        assertTrue(news);
        assertEquals("5 name-5", kept());
    }

    @Test
    void leavesWithTheTransactionThatKeptIt() throws SQLException {
        keep(1);

        QuarkusTransaction.begin();
        copies.keepNewest("thing_copy", key(), 2, Map.of("name", "never"));
        QuarkusTransaction.rollback();

        assertEquals("1 name-1", kept());
    }

    private boolean keep(int revision) {
        var columns = Map.of("name", "name-" + revision, "colour", Colour.GREEN, "seen_at", Instant.EPOCH);
        return QuarkusTransaction.requiringNew().call(() -> copies.keepNewest("thing_copy", key(), revision, columns));
    }

    private Map<String, UUID> key() {
        return Map.of("owner", owner, "thing", thing);
    }

    private String kept() throws SQLException {
        var sql = "select revision || ' ' || name from thing_copy where owner = ? and thing = ? and colour = 'GREEN'"
                + " and seen_at = 'epoch'";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, owner);
            select.setObject(2, thing);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "nothing";
            }
        }
    }
}
