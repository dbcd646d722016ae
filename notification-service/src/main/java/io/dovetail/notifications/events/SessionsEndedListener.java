package io.dovetail.notifications.events;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.kit.token.Ended;
import io.dovetail.kit.token.EndedTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions ended: their access tokens are no longer good here either. */
@ApplicationScoped
class SessionsEndedListener implements EventListener<Ended> {
    private final EndedTokens endedTokens;

    SessionsEndedListener(EndedTokens endedTokens) {
        this.endedTokens = endedTokens;
    }

    @Override
    public String type() {
        return "dovetail.sessions-ended.v1";
    }

    @Override
    public Class<Ended> dataType() {
        return Ended.class;
    }

    @Override
    public void on(Received<Ended> event) {
        endedTokens.remember(event.data());
    }
}
