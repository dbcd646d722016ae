package io.dovetail.bindings.sending;

import io.dovetail.bindings.audit.Act;
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
import java.util.UUID;

/** Starts, pauses and resumes jobs; a job is begun by an administrator, or by a connection that changed. */
@ApplicationScoped
class Jobs {
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
            start(connection.now().companyId(), Purpose.RECONCILE);
        }
    }

    /** Before Enable: the draft has to be verified. */
    @Transactional
    JobView send(UUID company, Actor administrator) {
        var connection = connections.holdForChange(company);
        if (connection.isOn() || connection.readySource() == null) {
            throw SendingProblems.nothingToSend().exception();
        }
        return told(administrator, company, Act.LINKS_SENT, start(company, Purpose.SEND));
    }

    @Transactional
    JobView resend(UUID company, Actor administrator) {
        var connection = connections.holdForChange(company);
        if (!connection.isOn() && connection.readySource() == null) {
            throw SendingProblems.nothingToSend().exception();
        }
        return told(administrator, company, Act.LINKS_RESENT, start(company, Purpose.RESEND));
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

    /** An older job gives way only to one that does all that it had left to do. */
    private JobView start(UUID company, Purpose purpose) {
        var now = clock.instant();
        entities
                .createQuery("from Job where companyId = :company and state <> DONE", Job.class)
                .setParameter("company", company)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(job -> job.isPartOf(purpose))
                .forEach(job -> outbox.append(job.giveWay(now)));
        var users = ((Number) entities.createNativeQuery("select count(*) from user_copy where company_id = :company")
                        .setParameter("company", company)
                        .getSingleResult())
                .intValue();
        var job = new Job(company, purpose, users, now);
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
