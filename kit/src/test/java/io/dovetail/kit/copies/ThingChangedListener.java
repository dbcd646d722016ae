package io.dovetail.kit.copies;

import io.dovetail.kit.copies.ThingsAnnouncer.ThingChanged;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Keeps a copy of the owner's things, as the services that need them do. */
@ApplicationScoped
public class ThingChangedListener implements EventListener<ThingChanged> {
    private final Copies copies;

    ThingChangedListener(Copies copies) {
        this.copies = copies;
    }

    @Override
    public String type() {
        return "dovetail.thing-changed.v1";
    }

    @Override
    public Class<ThingChanged> dataType() {
        return ThingChanged.class;
    }

    @Override
    public void on(Received<ThingChanged> event) {
        var thing = event.data();
        copies.keepNewest(
                "thing_copy",
                Map.of("owner", thing.owner(), "thing", thing.thing()),
                thing.revision(),
                Map.of("name", thing.name()));
    }
}
