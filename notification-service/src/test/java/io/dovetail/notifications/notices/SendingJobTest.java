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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When administrators are told of a job's mails that failed. */
class SendingJobTest {
    private static final Instant END = Instant.parse("2026-01-15T09:30:00Z");
    private static final Optional<Failures> NOTHING = Optional.empty();

    private final SendingJob job = new SendingJob(UUID.randomUUID(), UUID.randomUUID(), END.minusSeconds(9), END, END);

    @ParameterizedTest
    @CsvSource({"PT1M, PT1M", "PT4M, PT1M", "PT8M, PT2M", "PT2H, PT30M", "PT4H, PT1H", "PT90H, PT1H"})
    void isLookedAtLessAndLessOftenButOnceAnHour(Duration afterItsEnd, Duration pause) {
        look(afterItsEnd, 0, 0);

        assertDueAt(END.plus(afterItsEnd).plus(pause));
    }

    @Test
    void isLookedAtForTheFirstTimeAMinuteAfterItsEnd() {
        assertDueAt(END.plus(Duration.ofMinutes(1)));
    }

    @Test
    void isLookedAtAboutAHundredTimesInAll() {
        var looks = 0;
        for (var now = END; now.isBefore(END.plus(Duration.ofDays(5))); now = now.plusSeconds(15)) {
            if (job.isDue(now)) {
                looks++;
                job.lookLater(now);
            }
        }
        assertTrue(looks > 96 && looks < 130, looks + " looks");
    }

    @Test
    void isLookedAtWhenItMayBeToldOf() {
        look(Duration.ofMinutes(50), 3, 1);

        assertDueAt(END.plus(Duration.ofMinutes(60)));
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

    @Test
    void saysAtOnceWhatFailedSinceItWentOn() {
        look(Duration.ofMinutes(1), 3, 0);
        job.goOn(END.plusSeconds(90));
        assertFalse(job.isDue(END.plus(Duration.ofDays(9))));

        stopAgain(Duration.ofMinutes(10));

        assertDueAt(END.plus(Duration.ofMinutes(11)));
        assertEquals(Optional.of(new Failures(5, 41)), look(Duration.ofMinutes(11), 5, 0));
    }

    @Test
    void saysNothingTwiceOfWhatWasToldBeforeItWentOn() {
        look(Duration.ofMinutes(1), 3, 0);
        job.goOn(END.plusSeconds(90));
        stopAgain(Duration.ofMinutes(10));

        assertEquals(NOTHING, look(Duration.ofMinutes(11), 3, 0));
        assertEquals(NOTHING, look(Duration.ofDays(5), 3, 0));
    }

    @Test
    void goesOnAndStopsNoMoreByWhatIsHeardLate() {
        look(Duration.ofMinutes(1), 3, 0);

        job.goOn(END.minusSeconds(1));
        job.stopAgain(END.minusSeconds(1), END.plusSeconds(70));

        assertDueAt(END.plus(Duration.ofMinutes(2)));
        assertEquals(NOTHING, look(Duration.ofMinutes(2), 4, 0));
    }

    @Test
    void isLookedAtNoMoreOnceItIsOver() {
        job.end();

        assertFalse(job.isDue(END.plus(Duration.ofDays(9))));
    }

    private void stopAgain(Duration afterItsEnd) {
        job.stopAgain(END.plus(afterItsEnd), END.plus(afterItsEnd));
    }

    private void assertDueAt(Instant time) {
        assertFalse(job.isDue(time.minusSeconds(1)));
        assertTrue(job.isDue(time));
    }

    private Optional<Failures> look(Duration afterItsEnd, int failed, int waiting) {
        return job.look(new SendingJob.Fate(new Failures(failed, 41), waiting), END.plus(afterItsEnd));
    }
}
