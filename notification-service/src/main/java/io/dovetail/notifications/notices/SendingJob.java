package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Failures;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job that sent links and is done, watched until none of its mails can fail any more. */
@Entity
@SuppressWarnings("NullAway.Init")
class SendingJob {
    /** Events of links come by other ways than that of the job's end. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_THE_WAITING = Duration.ofHours(1);
    private static final Duration BETWEEN_MAILS = Duration.ofDays(1);
    /** A day more than links work. */
    private static final Duration WATCHED = Duration.ofDays(4);

    @Id
    private UUID jobId;

    private UUID companyId;
    private Instant startedAt;
    private Instant endedAt;
    private int told;
    private Instant tellAt;
    private @Nullable Instant nextLookAt;

    protected SendingJob() {}

    SendingJob(UUID jobId, UUID companyId, Instant startedAt, Instant endedAt, Instant now) {
        this.jobId = jobId;
        this.companyId = companyId;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.tellAt = now.plus(PATIENCE_WITH_THE_WAITING);
        this.nextLookAt = now.plus(FIRST_LOOK);
    }

    /**
     * What became of its mails so far.
     *
     * @param waiting how many are neither sent nor failed
     */
    record Fate(Failures failures, int waiting) {}

    UUID companyId() {
        return companyId;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    boolean isDue(Instant now) {
        return nextLookAt != null && !now.isBefore(nextLookAt);
    }

    /** @return what administrators are to be told now, for the first time or anew */
    Optional<Failures> look(Fate fate, Instant now) {
        nextLookAt = now.isBefore(endedAt.plus(WATCHED)) ? now.plus(BETWEEN_LOOKS) : null;
        var ripe = told == 0 && fate.waiting() == 0 || !now.isBefore(tellAt) || nextLookAt == null;
        if (!ripe || fate.failures().failed() <= told) {
            return Optional.empty();
        }
        told = fate.failures().failed();
        tellAt = now.plus(BETWEEN_MAILS);
        return Optional.of(fate.failures());
    }
}
