package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.answer.Identity;
import io.dovetail.lab.idp.answer.NotApplicable;
import io.dovetail.lab.idp.answer.Occasion;
import io.dovetail.lab.idp.answer.Sent;
import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.misbehaviour.Misbehaviour;
import io.dovetail.lab.idp.misbehaviour.Switches;
import io.dovetail.lab.idp.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the answer for a person who has logged in: honest, or as bad as the application is switched to. */
final class Responses {
    /** A person presses a button: what begins one millisecond beyond the skew has begun when it arrives. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final Switches switches;
    private final Clock clock;

    Responses(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    Sent make(Pending pending, Person person) {
        Application application = pending.application();
        ResponsePlan honest = application.answer(pending.inResponseTo(), person, clock.instant());
        return switches.of(application.id())
                .map(misbehaviour -> bad(misbehaviour, pending, person, honest))
                .orElseGet(() -> honest(pending, honest));
    }

    private Sent honest(Pending pending, ResponsePlan plan) {
        String response = ResponseFactory.base64(plan, pending.application().keys());
        var answer = new Occasion.Earlier(Optional.ofNullable(pending.inResponseTo()), response);
        switches.answeredHonestly(pending.application().id(), answer);
        List<Map.Entry<String, String>> fields = Stream.concat(
                        Stream.of(Map.entry("SAMLResponse", response)),
                        relayState(pending).map(state -> Map.entry("RelayState", state)).stream())
                .toList();
        return new Sent(Sent.Way.POST, fields, "");
    }

    private Sent bad(Misbehaviour misbehaviour, Pending pending, Person person, ResponsePlan honest) {
        Application application = pending.application();
        Occasion occasion = new Occasion(
                scene(application, honest),
                identity(application, person, honest),
                relayState(pending),
                Optional.of(switches.ended(application)),
                switches.earlier(application.id()));
        try {
            return misbehaviour.answer(occasion);
        } catch (NotApplicable e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Identity identity(Application application, Person person, ResponsePlan honest) {
        String attribute = application.attributes().samlId();
        return attribute == null || attribute.isBlank()
                ? new Identity(honest.nameId(), Optional.empty(), honest::withNameId)
                : new Identity(
                        person.username(),
                        Optional.of(attribute),
                        value -> honest.withAttributes(with(honest.attributes(), attribute, value)));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> all, String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(all);
        changed.put(name, List.of(value));
        return changed;
    }

    /** Okta's tile sends an empty one. */
    private static Optional<String> relayState(Pending pending) {
        boolean isEmpty = pending.application().likeness().sendsEmptyRelayState();
        return Optional.ofNullable(pending.relayState()).or(() -> isEmpty ? Optional.of("") : Optional.empty());
    }

    /** Without an encryption key of the SP, attacks encrypt for a stranger. */
    private static AttackScene scene(Application application, ResponsePlan honest) {
        AttackScene scene = AttackScene.of(honest, application.keys());
        AttackScene beyond = scene.withClockSkew(scene.clockSkew().plus(ON_THE_WAY));
        return application
                .serviceProvider()
                .encryptionCertificate()
                .map(beyond::withEncryptTo)
                .orElse(beyond);
    }
}
