package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.misbehaviour.Switches;
import io.dovetail.lab.idp.people.Person;
import java.time.Clock;

/** Makes the response for a person who has logged in: honest, or as bad as the application is switched to. */
final class Responses {

    private final Switches switches;
    private final Clock clock;

    Responses(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    String make(Pending pending, Person person) {
        Application application = pending.application();
        ResponsePlan honest = application.answer(pending.inResponseTo(), person, clock.instant());
        return switches.of(application.id())
                .map(misbehaviour -> misbehaviour.answer(scene(application, honest)))
                .orElseGet(() -> ResponseFactory.base64(honest, application.keys()));
    }

    /** Without an encryption key of the SP, attacks encrypt for a stranger. */
    private static AttackScene scene(Application application, ResponsePlan honest) {
        AttackScene scene = AttackScene.of(honest, application.keys());
        return application
                .serviceProvider()
                .encryptionCertificate()
                .map(scene::withEncryptTo)
                .orElse(scene);
    }
}
