package io.dovetail.users.job;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts, shows, pauses and resumes jobs; a switch-over or a company that is resumed begins one.
 *
 * <p>Whoever starts or works a job holds the company's switch-over first.
 */
@ApplicationScoped
public class Jobs {
    private static final int MOST = 20;

    /** Other replicas take other companies meanwhile, and no company's switch-over changes under its batch. */
    private static final String NEXT = """
            select j.id from job j join switch_over s on s.company_id = j.company_id where j.state = 'RUNNING'
            order by j.created_at limit 1 for update of s skip locked""";

    private static final String LISTED = """
            from Job where companyId = :company
            order by case when state = DONE then 1 else 0 end, createdAt desc, id""";

    private final EntityManager entities;
    private final RecordAct recordAct;
    private final Clock clock;

    Jobs(EntityManager entities, RecordAct recordAct, Clock clock) {
        this.entities = entities;
        this.recordAct = recordAct;
        this.clock = clock;
    }

    /** @param after the last user whom the job has gone over */
    public record Part(UUID job, UUID company, UUID after) {}

    /** Begins a walk over all users; an older one, running or paused, gives way to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(UUID company) {
        var now = clock.instant();
        unfinished(company).forEach(job -> job.giveWay(now));
        add(company, now);
    }

    /**
     * Goes over everybody again: begins an unfinished walk anew, or another one where none is. What an administrator
     * paused stays paused (decision 0025).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void startOver(UUID company) {
        var unfinished = unfinished(company);
        unfinished.forEach(Job::startOver);
        if (unfinished.isEmpty()) {
            add(company, clock.instant());
        }
    }

    private List<Job> unfinished(UUID company) {
        return entities.createQuery("from Job where companyId = :company and state <> DONE", Job.class)
                .setParameter("company", company)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void add(UUID company, Instant now) {
        var users = entities.createQuery("select count(*) from User where companyId = :company", Long.class)
                .setParameter("company", company)
                .getSingleResult();
        entities.persist(new Job(company, users.intValue(), now));
    }

    /** What is next to be done of the oldest job that runs, held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Part> takeNext() {
        List<?> ids = entities.createNativeQuery(NEXT, UUID.class).getResultList();
        return ids.stream()
                .findFirst()
                .map(id -> entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Job::isRunning)
                .map(Job::next);
    }

    /** @param last of the users gone over; empty when no more are left */
    @Transactional(Transactional.TxType.MANDATORY)
    public void progressed(Part part, int users, Optional<UUID> last) {
        entities.find(Job.class, part.job()).progressed(users, last, clock.instant());
    }

    /** Those that are not done, then those that were begun last. */
    @Transactional
    List<JobView> list(UUID company) {
        return entities
                .createQuery(LISTED, Job.class)
                .setParameter("company", company)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(Job::view)
                .toList();
    }

    @Transactional
    JobView show(UUID company, UUID job) {
        return require(company, job, LockModeType.NONE).view();
    }

    /** Once done, nothing happens. */
    @Transactional
    JobView pause(UUID company, UUID id, Actor administrator) {
        var job = require(company, id, LockModeType.PESSIMISTIC_WRITE);
        return job.pause() ? told(administrator, company, Act.SENDING_PAUSED, job.view()) : job.view();
    }

    /** Unless it is paused, nothing happens. */
    @Transactional
    JobView resume(UUID company, UUID id, Actor administrator) {
        var job = require(company, id, LockModeType.PESSIMISTIC_WRITE);
        return job.resume() ? told(administrator, company, Act.SENDING_RESUMED, job.view()) : job.view();
    }

    private JobView told(Actor administrator, UUID company, Act act, JobView job) {
        recordAct.handle(new RecordAct.Command(company, act, job.jobId(), administrator));
        return job;
    }

    private Job require(UUID company, UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(Job.class, id, lock))
                .filter(job -> job.belongsTo(company))
                .orElseThrow(() -> CommonProblems.notFound().exception());
    }
}
