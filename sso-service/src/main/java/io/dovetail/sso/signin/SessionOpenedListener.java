package io.dovetail.sso.signin;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in led to a session. */
@ApplicationScoped
class SessionOpenedListener implements EventListener<SessionOpenedListener.SessionOpened> {
    private final EndSignIn endSignIn;

    SessionOpenedListener(EndSignIn endSignIn) {
        this.endSignIn = endSignIn;
    }

    /** Deed {@code dovetail.session-opened.v1}, as far as it matters here. */
    record SessionOpened(
            UUID companyId, String method, @Nullable UUID signInId) {}

    @Override
    public String type() {
        return "dovetail.session-opened.v1";
    }

    @Override
    public Class<SessionOpened> dataType() {
        return SessionOpened.class;
    }

    @Override
    public void on(Received<SessionOpened> event) {
        var opened = event.data();
        if ("SSO".equals(opened.method()) && opened.signInId() != null) {
            endSignIn.handle(new EndSignIn.Command(
                    opened.companyId(), opened.signInId(), SignInRecord.Result.SESSION_OPENED, Optional.empty()));
        }
    }
}
