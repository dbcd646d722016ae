package io.dovetail.sso.signin;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A sign-in was accepted, and still led to no session. */
@ApplicationScoped
class SessionRefusedListener implements EventListener<SessionRefusedListener.SessionRefused> {
    private final EndSignIn endSignIn;

    SessionRefusedListener(EndSignIn endSignIn) {
        this.endSignIn = endSignIn;
    }

    /** Deed {@code dovetail.session-refused.v1}, as far as it matters here. */
    record SessionRefused(UUID companyId, UUID signInId, Reason reason) {}

    /** Why there is no session. */
    enum Reason {
        NOT_BOUND,
        DEACTIVATED
    }

    @Override
    public String type() {
        return "dovetail.session-refused.v1";
    }

    @Override
    public Class<SessionRefused> dataType() {
        return SessionRefused.class;
    }

    @Override
    public void on(Received<SessionRefused> event) {
        var refused = event.data();
        endSignIn.handle(new EndSignIn.Command(
                refused.companyId(),
                refused.signInId(),
                SignInRecord.Result.valueOf(refused.reason().name()),
                Optional.empty()));
    }
}
