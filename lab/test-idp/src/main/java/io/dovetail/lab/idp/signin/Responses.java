package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.people.Person;
import java.time.Clock;
import java.util.Optional;

/** Makes the response for a person who has logged in: honest, or as bad as somebody asked for. */
final class Responses {

    private final Clock clock;

    Responses(Clock clock) {
        this.clock = clock;
    }

    String make(Pending pending, Person person, Optional<Attack> misbehaviour) {
        Application application = pending.application();
        ResponsePlan honest = application.answer(pending.inResponseTo(), person, clock.instant());
        return misbehaviour
                .map(attack -> attack.apply(scene(application, honest)))
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
