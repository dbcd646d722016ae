package io.dovetail.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A history told in the order in which it was recorded, and in 500 others, of a company each, a few at a time.
 *
 * @param rows one query for each table that is compared; each has the company for its parameter, and each row as its
 *     first column
 */
public record Replay(History history, DataSource database, List<String> rows) {
    private static final int ORDERS = 500;
    private static final int THREADS = 4;

    /** Has one order told, from whatever stood before it. */
    @FunctionalInterface
    public interface Telling {
        void tell(int order, List<ConsumerRecord<String, byte[]>> events);
    }

    public void tell(Telling telling) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var orders = IntStream.rangeClosed(0, ORDERS)
                    .mapToObj(order -> told(telling, order))
                    .toList();
            for (var told : threads.invokeAll(orders)) {
                told.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Integer> told(Telling telling, int order) {
        return () -> {
            telling.tell(order, order == 0 ? history.inOrder(order) : history.shuffled(order));
            return order;
        };
    }

    /** Fails unless every order led to the rows of the recorded one; returns these, with the ids as recorded. */
    public List<String> requireSameRows() {
        var expected = rowsOf(0);
        assertFalse(expected.isEmpty());
        for (var order = 1; order <= ORDERS; order++) {
            assertEquals(expected, rowsOf(order), "order " + order);
        }
        return expected;
    }

    private List<String> rowsOf(int order) {
        var company = History.id(history.company(), order);
        var found = new ArrayList<String>();
        rows.forEach(query -> found.addAll(StoredRows.of(database, query, company)));
        return history.original(String.join("\n", found), order)
                .lines()
                .sorted()
                .toList();
    }
}
