package io.dovetail.sso.signin;

import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Opens intents; they are not spent, since only the accepted assertion spends the link (design.md, section 5). */
@ApplicationScoped
class Intents {
    private static final Pair FROM_BINDING_SERVICE = new Pair("binding-service", "sso-service");

    private final Tickets tickets;

    Intents(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Empty if it was not sealed for us, has ended, or is for another company. */
    Optional<Intent> find(UUID companyId, String text) {
        try {
            var intent = tickets.open(FROM_BINDING_SERVICE, "intent", Intent.class, text)
                    .claims();
            return Optional.of(intent).filter(opened -> opened.companyId().equals(companyId));
        } catch (ProblemException invalidOrEnded) {
            return Optional.empty();
        }
    }
}
