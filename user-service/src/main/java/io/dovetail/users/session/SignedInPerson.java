package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Whoever calls about what is their own, which a session for the connection alone does not allow. */
@RequestScoped
public class SignedInPerson {
    private final Subject subject;

    SignedInPerson(Subject subject) {
        this.subject = subject;
    }

    /**
     * The person, and from where they call.
     *
     * @throws io.dovetail.kit.problem.ProblemException forbidden, if a recovery code opened the session
     */
    public Actor actor() {
        userId();
        return subject.actor();
    }

    /** @throws io.dovetail.kit.problem.ProblemException forbidden, if a recovery code opened the session */
    public UUID userId() {
        if (subject.isForTheConnectionAlone()) {
            throw CommonProblems.forbidden().exception();
        }
        return subject.userId();
    }
}
