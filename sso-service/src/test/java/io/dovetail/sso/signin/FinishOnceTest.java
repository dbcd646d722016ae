package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.PublishedEvents;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Of all that reach finish at the same moment, one comes in (security.md F6, F16). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class FinishOnceTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final int TABS = 5;

    @Inject
    DataSource database;

    @Test
    void ofTwoAnswersToOneRequestOneCounts() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var one = Workplace.path(place.post(place.response(requestId), requestId));
        var other = Workplace.path(place.post(place.response(requestId), requestId));

        var statuses = Stream.of(one, other)
                .parallel()
                .map(path -> place.open(BROWSER, path).statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(303, 403), statuses);
        assertEquals("REQUEST_SPENT", place.newestReason());
    }

    @Test
    void anAnswerCountsInOneOfManyTabs() throws Exception {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        assertEquals(List.of(303, 403, 403, 403, 403), openAtOnce(place, finish));
        assertEquals("REQUEST_SPENT", place.newestReason());
    }

    @Test
    void soDoesOneThatTheProviderStarted() throws Exception {
        var place = Workplace.enabled("ACCEPT");
        var unasked = ResponseFactory.base64(place.plan("unused").withInResponseTo(null), Workplace.KEYS);
        var finish = Workplace.path(place.post(unasked, ""));

        assertEquals(List.of(303, 403, 403, 403, 403), openAtOnce(place, finish));
        assertEquals("REQUEST_SPENT", place.newestReason());
    }

    /** Every tab has read the answer as unused before the first may take it. */
    private List<Integer> openAtOnce(Workplace place, String finish) throws SQLException {
        try (var connection = database.getConnection();
                var lock =
                        connection.prepareStatement("select 1 from accepted_answer where company_id = ? for update")) {
            connection.setAutoCommit(false);
            lock.setObject(1, place.companyId);
            lock.execute();
            var tabs = IntStream.range(0, TABS)
                    .mapToObj(tab -> CompletableFuture.supplyAsync(
                            () -> place.open(BROWSER, finish).statusCode(), task -> new Thread(task).start()))
                    .toList();
            untilAllWait();
            connection.rollback();
            return tabs.stream().map(CompletableFuture::join).sorted().toList();
        }
    }

    private void untilAllWait() {
        var look = new PublishedEvents(database, new ObjectMapper());
        Eventually.until(
                "every tab to wait",
                () -> look.value("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and wait_event <> 'advisory'")
                        .equals(String.valueOf(TABS)));
    }
}
