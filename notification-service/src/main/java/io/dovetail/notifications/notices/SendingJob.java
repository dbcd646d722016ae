package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Failures;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job that sent links and stands still, done or paused, watched until none of its mails can fail any more. */
@Entity
@SuppressWarnings("NullAway.Init")
class SendingJob {
    /** Events of links come by other ways than that of the job's end. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** The pause grows with the time since the job stands still. */
    private static final int PAUSES_SO_FAR = 4;

    private static final Duration PATIENCE_WITH_THE_WAITING = Duration.ofHours(1);
    private static final Duration BETWEEN_MAILS = Duration.ofDays(1);
    /** A day more than links work. */
    private static final Duration WATCHED = Duration.ofDays(4);

    @Id
    private UUID jobId;

    private UUID companyId;
    private Instant startedAt;
    private Instant stoppedAt;
    private int told;
    private boolean fresh;
    private Instant tellAt;
    private @Nullable Instant nextLookAt;

    protected SendingJob() {}

    SendingJob(UUID jobId, UUID companyId, Instant startedAt, Instant stoppedAt, Instant now) {
        this.jobId = jobId;
        this.companyId = companyId;
        this.startedAt = startedAt;
        stop(stoppedAt, now);
    }

    /**
     * What became of its mails so far.
     *
     * @param waiting how many are neither sent nor failed
     */
    record Fate(Failures failures, int waiting) {}

    UUID jobId() {
        return jobId;
    }

    UUID companyId() {
        return companyId;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** It stands still again; what is heard twice or late changes nothing. */
    void stopAgain(Instant at, Instant now) {
        if (at.isAfter(stoppedAt)) {
            stop(at, now);
        }
    }

    private void stop(Instant at, Instant now) {
        stoppedAt = at;
        fresh = true;
        tellAt = now.plus(PATIENCE_WITH_THE_WAITING);
        nextLookAt = now.plus(FIRST_LOOK);
    }

    /** It sends again: its mails are not counted before it stands still. */
    void goOn(Instant at) {
        if (at.isAfter(stoppedAt)) {
            nextLookAt = null;
        }
    }

    /** Nothing more is to be said of it. */
    void end() {
        nextLookAt = null;
    }

    boolean isDue(Instant now) {
        return nextLookAt != null && !now.isBefore(nextLookAt);
    }

    /** @return what administrators are to be told now, for the first time or anew */
    Optional<Failures> look(Fate fate, Instant now) {
        var ripe = (fresh && fate.waiting() == 0) || !now.isBefore(tellAt) || isLast(now);
        var news = ripe && fate.failures().failed() > told;
        if (news) {
            told = fate.failures().failed();
            fresh = false;
            tellAt = now.plus(BETWEEN_MAILS);
        }
        lookLater(now);
        return news ? Optional.of(fate.failures()) : Optional.empty();
    }

    void lookLater(Instant now) {
        var next = now.plus(pause(now));
        var toTell = tellAt.isAfter(now) && tellAt.isBefore(next);
        nextLookAt = isLast(now) ? null : toTell ? tellAt : next;
    }

    private boolean isLast(Instant now) {
        return !now.isBefore(stoppedAt.plus(WATCHED));
    }

    private Duration pause(Instant now) {
        var pause = Duration.between(stoppedAt, now).dividedBy(PAUSES_SO_FAR);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
