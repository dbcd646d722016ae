package io.dovetail.bindings.binding;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import java.time.Instant;
import java.util.UUID;

/** One sign-in that could not bind its user. */
record Refusal(UUID signInId, UUID userId, Identity identity, RefusalReason reason, Instant refusedAt) {

    Event refused() {
        var company = identity.companyId();
        return Event.of(
                "dovetail.bindings",
                "binding-refused",
                userId.toString(),
                company,
                Actor.user(userId),
                refusedAt,
                new BindingRefused(company, userId, signInId, reason.name()));
    }
}
