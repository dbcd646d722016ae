package io.dovetail.notifications.notices;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears which keys came and went; of those that came by themselves administrators are told. */
@ApplicationScoped
class KeysChangedListener implements EventListener<KeysChanged> {
    private final TellAdministrators tell;

    KeysChangedListener(TellAdministrators tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.keys-changed.v1";
    }

    @Override
    public Class<KeysChanged> dataType() {
        return KeysChanged.class;
    }

    @Override
    public void on(Received<KeysChanged> event) {
        if (event.actor().equals(Actor.system()) && event.data().isNews()) {
            tell.handle(event.data().told(event.id()));
        }
    }
}
