package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.identity.ClientAddress;
import jakarta.enterprise.context.RequestScoped;

/** Whoever calls with an operator key, and from where. */
@RequestScoped
public class Operator {
    private final ClientAddress clientAddress;

    Operator(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    public Actor actor() {
        return Actor.operator().from(clientAddress.find().orElse(null));
    }
}
