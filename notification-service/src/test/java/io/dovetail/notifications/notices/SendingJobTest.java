package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.notifications.mail.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When administrators are told of a job's mails that failed. */
class SendingJobTest {
    private static final Instant END = Instant.parse("2026-01-15T09:30:00Z");
    private static final Optional<Failures> NOTHING = Optional.empty();

    private final SendingJob job = new SendingJob(UUID.randomUUID(), UUID.randomUUID(), END.minusSeconds(9), END, END);

    @Test
    void isLookedAtAMinuteAfterItsEndAndEachMinuteFromThenOn() {
        assertFalse(job.isDue(END.plusSeconds(59)));
        assertTrue(job.isDue(END.plusSeconds(60)));

        look(Duration.ofSeconds(60), 0, 0);

        assertFalse(job.isDue(END.plusSeconds(119)));
        assertTrue(job.isDue(END.plusSeconds(120)));
    }

    @Test
    void saysNothingWhileNothingFailed() {
        assertEquals(NOTHING, look(Duration.ofMinutes(1), 0, 0));
        assertEquals(NOTHING, look(Duration.ofDays(5), 0, 0));
    }

    @Test
    void saysOnceWhatFailedWhenNothingWaits() {
        assertEquals(Optional.of(new Failures(3, 41)), look(Duration.ofMinutes(1), 3, 0));
        assertEquals(NOTHING, look(Duration.ofMinutes(2), 3, 0));
        assertEquals(NOTHING, look(Duration.ofDays(5), 3, 0));
    }

    @Test
    void waitsAnHourForThoseThatWait() {
        assertEquals(NOTHING, look(Duration.ofMinutes(1), 3, 2));
        assertEquals(NOTHING, look(Duration.ofMinutes(59), 3, 2));
        assertEquals(Optional.of(new Failures(3, 41)), look(Duration.ofMinutes(60), 3, 2));
    }

    @Test
    void saysOfLaterFailuresOnceADay() {
        look(Duration.ofMinutes(1), 3, 0);

        assertEquals(NOTHING, look(Duration.ofHours(2), 4, 1));
        assertEquals(NOTHING, look(Duration.ofHours(24), 5, 0));
        assertEquals(Optional.of(new Failures(5, 41)), look(Duration.ofHours(24).plusMinutes(1), 5, 0));
    }

    @Test
    void saysTheLastOfItWhenItEndsAndIsLookedAtNoMore() {
        look(Duration.ofHours(95), 3, 1);

        assertEquals(Optional.of(new Failures(4, 41)), look(Duration.ofHours(96), 4, 0));
        assertFalse(job.isDue(END.plus(Duration.ofDays(100))));
    }

    private Optional<Failures> look(Duration afterItsEnd, int failed, int waiting) {
        return job.look(new SendingJob.Fate(new Failures(failed, 41), waiting), END.plus(afterItsEnd));
    }
}
