package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.Attack;
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
        ResponsePlan honest = ResponsePlan.jumpCloud(
                        application.idpEntityId(),
                        application.spEntityId(),
                        application.acsUrl(),
                        pending.inResponseTo(),
                        person.email(),
                        application.attributes().of(person),
                        clock.instant())
                .withSign(application.sign());
        return misbehaviour
                .map(attack -> attack.apply(honest, application.keys()))
                .orElseGet(() -> ResponseFactory.base64(honest, application.keys()));
    }
}
