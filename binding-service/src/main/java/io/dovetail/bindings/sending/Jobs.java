package io.dovetail.bindings.sending;

import io.dovetail.bindings.audit.Act;
import io.dovetail.bindings.copies.CompanyHeardOf;
import io.dovetail.bindings.copies.ConnectionHeardOf;
import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.bindings.link.ReconcileLinks.Purpose;
import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Starts, pauses and resumes jobs; a job is begun by an administrator, or by a connection that changed. */
@ApplicationScoped
class Jobs {
    private static final int MOST_LISTED = 20;

    private final EntityManager entities;
    private final KnownConnections connections;
    private final TellOfActs tellOfActs;
    private final Outbox outbox;
    private final Clock clock;

    Jobs(EntityManager entities, KnownConnections connections, TellOfActs tellOfActs, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.connections = connections;
        this.tellOfActs = tellOfActs;
        this.outbox = outbox;
        this.clock = clock;
    }

    void onConnection(@Observes ConnectionHeardOf connection) {
        if (connection.changesWhatIsOwed()) {
            start(connection.now().companyId(), Purpose.RECONCILE, connection.actor());
        } else if (connection.changesWhatIsPrepared()) {
            end(unfinished(connection.now().companyId()).stream().filter(job -> !job.does(Purpose.RECONCILE)));
        }
    }

    /** Whoever came to be owed a link while nobody was mailed; what an administrator paused stays paused. */
    void onCompany(@Observes CompanyHeardOf company) {
        if (!company.isResumed() || !connections.find(company.companyId()).isOn()) {
            return;
        }
        var reconciling = unfinished(company.companyId()).stream()
                .filter(job -> job.does(Purpose.RECONCILE))
                .toList();
        reconciling.forEach(Job::startOver);
        if (reconciling.isEmpty()) {
            add(company.companyId(), Purpose.RECONCILE, Actor.system());
        }
    }

    /** Before Enable: the draft has to be verified. */
    @Transactional
    JobView send(UUID company, Actor administrator) {
        var connection = connections.holdForChange(company);
        if (connection.isOn() || connection.readySource() == null) {
            throw SendingProblems.nothingToSend().exception();
        }
        return begin(company, Purpose.SEND, Act.LINKS_SENT, administrator);
    }

    @Transactional
    JobView resend(UUID company, Actor administrator) {
        var connection = connections.holdForChange(company);
        if (!connection.isOn() && connection.readySource() == null) {
            throw SendingProblems.nothingToSend().exception();
        }
        return begin(company, Purpose.RESEND, Act.LINKS_RESENT, administrator);
    }

    /** Unfinished ones, then the newest of the finished. */
    @Transactional
    List<JobView> list(UUID company) {
        return entities
                .createQuery(
                        "from Job where companyId = :company order by case when state = DONE then 1 else 0 end,"
                                + " coalesce(endedAt, createdAt) desc, id",
                        Job.class)
                .setParameter("company", company)
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .stream()
                .map(Job::view)
                .toList();
    }

    @Transactional
    JobView show(UUID company, UUID job) {
        return require(company, job, LockModeType.NONE).view();
    }

    /** Once done, nothing happens; a job that is paused and left is told of as one that is done. */
    @Transactional
    JobView pause(UUID company, UUID id, Actor administrator) {
        var job = require(company, id, LockModeType.PESSIMISTIC_WRITE);
        if (!job.pause()) {
            return job.view();
        }
        outbox.append(job.progressed(clock.instant()));
        return told(administrator, company, Act.SENDING_PAUSED, job.view());
    }

    /** Unless it is paused, nothing happens. */
    @Transactional
    JobView resume(UUID company, UUID id, Actor administrator) {
        var job = require(company, id, LockModeType.PESSIMISTIC_WRITE);
        return job.resume() ? told(administrator, company, Act.SENDING_RESUMED, job.view()) : job.view();
    }

    private JobView told(Actor administrator, UUID company, Act act, JobView job) {
        tellOfActs.handle(new TellOfActs.Command(company, administrator, act, job.jobId()));
        return job;
    }

    /** Asked for twice, it is the same job: nobody who had a mail of it gets another one. */
    private JobView begin(UUID company, Purpose purpose, Act act, Actor administrator) {
        return unfinished(company).stream()
                .filter(job -> job.does(purpose))
                .findFirst()
                .map(Job::view)
                .orElseGet(() -> told(administrator, company, act, start(company, purpose, administrator)));
    }

    /**
     * Whatever is unfinished gives way. To a switch-over or a new source: it was begun for links that are dead by now.
     * To sending: that goes over the same users and does all that was left to do.
     */
    private JobView start(UUID company, Purpose purpose, Actor actor) {
        end(unfinished(company).stream());
        return add(company, purpose, actor);
    }

    private void end(Stream<Job> jobs) {
        var now = clock.instant();
        jobs.forEach(job -> outbox.append(job.giveWay(now)));
    }

    private List<Job> unfinished(UUID company) {
        return entities.createQuery("from Job where companyId = :company and state <> DONE", Job.class)
                .setParameter("company", company)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private JobView add(UUID company, Purpose purpose, Actor actor) {
        var users = ((Number) entities.createNativeQuery("select count(*) from user_copy where company_id = :company")
                        .setParameter("company", company)
                        .getSingleResult())
                .intValue();
        var job = new Job(company, purpose, actor, users, clock.instant());
        entities.persist(job);
        return job.view();
    }

    private Job require(UUID company, UUID id, LockModeType lock) {
        var job = entities.find(Job.class, id, lock);
        if (job == null || !job.companyId().equals(company)) {
            throw CommonProblems.notFound().exception();
        }
        return job;
    }
}
