package io.dovetail.notifications.notices;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.Scene;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company with two administrators, and the jobs that mail links to its people. */
@ApplicationScoped
class Sendings {
    private static final String TOLD = "select count(*) from delivery where company_id = ? and kind = 'MAILS_FAILED'";

    private final Neighbours neighbours;
    private final Scene scene;
    private final LookAtJobs lookAtJobs;
    private final MovableClock clock;

    Sendings(Neighbours neighbours, Scene scene, LookAtJobs lookAtJobs, MovableClock clock) {
        this.neighbours = neighbours;
        this.scene = scene;
        this.lookAtJobs = lookAtJobs;
        this.clock = clock;
    }

    void knowAdministrators(UUID company, Person... administrators) {
        neighbours.knowCompany(company, "Example Works");
        for (var administrator : administrators) {
            neighbours.know(administrator, 1, Map.of());
        }
    }

    /**
     * Mails a link; one that somebody else sealed can't be opened, so that its mail fails at once.
     *
     * @param job null if it is nobody's
     */
    void link(UUID company, @Nullable UUID job, Actor actor, String fate) {
        var sealedBy = fate.equals("SENT") ? "binding-service" : "user-service";
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("linkId", UUID.randomUUID());
        changes.put("sealedLink", neighbours.sealed(sealedBy, "http://localhost:8080/bind/abc_DEF-123"));
        changes.put("expiresAt", clock.instant().plus(Scene.LIFE).toString());
        changes.put("jobId", job);
        var event = neighbours.about(Neighbours.person(company), "bindings", "link-issued", actor, changes);
        TestEvents.publish(event);
        neighbours.awaitMails(event, 1, fate);
    }

    void failed(UUID company, UUID job) {
        link(company, job, Actor.system(), "FAILED");
    }

    Event progressed(UUID company, UUID job, Instant startedAt, String state) {
        var changes = Map.of("jobId", job, "startedAt", startedAt.toString(), "state", state);
        return neighbours.event("bindings", "job-progressed", company, Actor.system(), changes);
    }

    void progress(UUID company, UUID job, Instant startedAt, String state) {
        neighbours.take(progressed(company, job, startedAt, state));
    }

    void lookAfter(Duration time) {
        clock.advance(time);
        lookAtJobs.handle();
    }

    /** How many mails administrators got. */
    long told(UUID company) {
        return scene.count(TOLD, company);
    }

    long told(UUID company, int failed, int inAll) {
        return scene.count(TOLD + " and mails_failed = ? and mails_in_all = ?", company, failed, inAll);
    }
}
