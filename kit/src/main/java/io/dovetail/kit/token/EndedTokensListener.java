package io.dovetail.kit.token;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions ended: their access tokens are no longer good here either. */
@ApplicationScoped
class EndedTokensListener implements EventListener<Ended> {
    private final EndedTokens endedTokens;

    EndedTokensListener(EndedTokens endedTokens) {
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
