package io.dovetail.kit.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buckets of two replicas in one database. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class RateLimitsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @Inject
    RateLimits injected;

    private RateLimits one;
    private RateLimits other;

    @BeforeEach
    void begin() {
        one = new RateLimits(database, clock);
        other = new RateLimits(database, clock);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void twoReplicasCountTogether() {
        var bucket = bucket(4);
        times(2).forEach(time -> assertTrue(takes(one, bucket)));
        times(2).forEach(time -> assertTrue(takes(other, bucket)));

        assertFalse(takes(one, bucket));
        assertFalse(takes(other, bucket));
    }

    @Test
    void ofManyAtOnceExactlyAsManyGetThrough() {
        var bucket = bucket(10);

        var through = times(60)
                .parallel()
                .filter(time -> takes(time % 2 == 0 ? one : other, bucket))
                .count();

        assertEquals(10, through);
    }

    @Test
    void fillsUpOneByOneAndNeverBeyondTheBrim() {
        var bucket = bucket(4);
        times(4).forEach(time -> takes(one, bucket));

        clock.advance(HOUR.dividedBy(4));
        assertTrue(takes(one, bucket));
        assertFalse(takes(one, bucket));
        clock.advance(HOUR.multipliedBy(30));

        assertEquals(4, times(9).filter(time -> takes(one, bucket)).count());
    }

    @Test
    void saysHowLongTheNextOneTakes() {
        var bucket = bucket(4);
        times(4).forEach(time -> takes(one, bucket));
        clock.advance(Duration.ofMinutes(5));

        var wait = one.take(List.of(bucket)).orElseThrow().delay();

        assertTrue(wait.compareTo(Duration.ofMinutes(10)) <= 0 && wait.compareTo(Duration.ofSeconds(590)) > 0);
    }

    @Test
    void isNotShutForLongWhenTheTimeGoesBack() {
        var bucket = bucket(4);
        clock.advance(HOUR.multipliedBy(3));
        times(4).forEach(time -> takes(one, bucket));

        clock.advance(Duration.ofSeconds(-30));
        assertFalse(takes(one, bucket));
        clock.reset();

        assertEquals(4, times(9).filter(time -> takes(one, bucket)).count());
    }

    @Test
    void takesNothingBehindAnEmptyBucket() {
        var empty = bucket(1);
        var behind = bucket(1);
        takes(one, empty);

        var refusal = one.take(List.of(empty, behind));

        assertEquals(Optional.of(empty), refusal.map(RateLimits.Empty::bucket));
        assertTrue(takes(one, behind));
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var bucket = bucket(2);
        times(2).forEach(time -> takes(one, bucket));

        other.giveBack(List.of(bucket));

        assertTrue(takes(one, bucket));
        assertFalse(takes(one, bucket));
    }

    @Test
    void countsWhateverBecomesOfTheCallersTransaction() {
        var bucket = bucket(1);

        QuarkusTransaction.begin();
        takes(one, bucket);
        QuarkusTransaction.rollback();

        assertFalse(takes(one, bucket));
    }

    @Test
    void isFilledByTheCallersTransactionAndOnlyIfThatIsCommitted() {
        var bucket = bucket(1);
        takes(one, bucket);

        QuarkusTransaction.begin();
        injected.fill(bucket);
        QuarkusTransaction.rollback();
        assertFalse(takes(one, bucket));
        QuarkusTransaction.requiringNew().run(() -> injected.fill(bucket));

        assertTrue(takes(one, bucket));
    }

    private static IntStream times(int count) {
        return IntStream.range(0, count);
    }

    private static boolean takes(RateLimits limits, Bucket bucket) {
        return limits.take(List.of(bucket)).isEmpty();
    }

    private static Bucket bucket(int most) {
        return new Bucket("test", UUID.randomUUID().toString(), new Limit(most, HOUR));
    }
}
