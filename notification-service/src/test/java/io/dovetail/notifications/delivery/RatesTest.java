package io.dovetail.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails go out no faster than the rates allow, however many senders there are. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class RatesTest {
    /** So far ahead that the running senders see nothing of it. */
    private static final Duration LATER = Duration.ofHours(10);

    private static final Duration LEASE = Duration.ofHours(1);

    private final UUID company = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Inject
    Scene scene;

    @Inject
    Session session;

    @Inject
    MovableClock clock;

    private record Rates(int perCompany, int inAll) implements RateConfig {}

    @AfterEach
    void forget() {
        scene.execute("delete from delivery where state = 'QUEUED'");
        scene.execute("delete from mail_allowance");
    }

    @Test
    void aCompanyIsHeldToItsRateAndHoldsUpNobodyElse() {
        queue(company, 100);
        queue(other, 3);
        var start = clock.instant().plus(LATER);
        var rates = new Rates(60, 0);

        assertEquals(6 + 3, takeAll(rates, start));
        assertEquals(1, takeAll(rates, start.plusSeconds(1).plusMillis(1)));
        assertEquals(5, takeAll(rates, start.plusSeconds(6).plusMillis(2)));
    }

    @Test
    void allTogetherAreHeldToTheirRate() {
        queue(company, 20);
        queue(other, 20);
        var start = clock.instant().plus(LATER);
        var rates = new Rates(0, 60);

        assertEquals(6, takeAll(rates, start));
        assertEquals(2, takeAll(rates, start.plusSeconds(2).plusMillis(1)));
    }

    @Test
    void sendersAtTheSameTimeKeepToTheRateTogether() throws Exception {
        queue(company, 100);
        queue(other, 100);
        var start = clock.instant().plus(LATER);
        Callable<Integer> sender = () -> takeAll(new Rates(120, 180), start);

        var taken = 0;
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var some : threads.invokeAll(Collections.nCopies(8, sender))) {
                taken += some.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(16, taken);
    }

    @Test
    void withoutRatesNothingIsHeldBack() {
        queue(company, 100);

        assertEquals(100, takeAll(new Rates(0, 0), clock.instant().plus(LATER)));
        assertEquals(0, scene.count("select count(*) from mail_allowance"));
    }

    private int takeAll(RateConfig rates, Instant now) {
        var takeUp = new TakeUpDeliveries(session, new Allowance(session, rates));
        var taken = new ArrayList<DueDelivery>();
        List<DueDelivery> some;
        do {
            some = QuarkusTransaction.requiringNew()
                    .call(() -> takeUp.handle(new TakeUpDeliveries.Command(5, LEASE, now)));
            taken.addAll(some);
        } while (!some.isEmpty());
        return taken.size();
    }

    private void queue(UUID company, int mails) {
        var due = clock.instant().plus(LATER).minusSeconds(60).atOffset(ZoneOffset.UTC);
        scene.execute(
                "insert into delivery (id, cause_event_id, company_id, company_name, user_id, kind, occasion, recipient,"
                        + " first_name, link, ends_at, state, tries, queued_at, next_try_at)"
                        + " select gen_random_uuid(), gen_random_uuid(), ?, 'Example Works', gen_random_uuid(), 'WAY_IN',"
                        + " 'WAY_IN', 'ada@example.com', 'Ada', 'http://localhost', ?, 'QUEUED', 0, now(), ?"
                        + " from generate_series(1, ?)",
                company,
                due.plusDays(3),
                due,
                mails);
    }
}
