package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that a provider's metadata could not be read for long. */
@ApplicationScoped
class MetadataFailingListener implements EventListener<Notice> {
    private final TellAdministrators tell;

    MetadataFailingListener(TellAdministrators tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.metadata-failing.v1";
    }

    @Override
    public Class<Notice> dataType() {
        return Notice.class;
    }

    @Override
    public void on(Received<Notice> event) {
        tell.handle(event.data().told(event.id(), Occasion.METADATA_FAILING));
    }
}
