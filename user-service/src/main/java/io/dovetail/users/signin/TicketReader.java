package io.dovetail.users.signin;

import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.TicketProblems;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the kinds of tickets; each has a sealer and a purpose of its own, so that one is never taken for the other. */
@ApplicationScoped
class TicketReader {
    private static final Pair FROM_SSO = new Pair("sso-service", "user-service");
    private static final Pair FROM_BINDINGS = new Pair("binding-service", "user-service");

    private final Tickets tickets;

    TicketReader(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @throws ProblemException ticket-invalid or ticket-expired */
    Ticket read(String text) {
        return find(() -> new Ticket.OfSignIn(tickets.open(FROM_SSO, "sign-in", Ticket.OfSignIn.Claims.class, text)))
                .or(() -> find(() -> new Ticket.OfRecovery(
                        tickets.open(FROM_SSO, "recovery", Ticket.OfRecovery.Claims.class, text))))
                .orElseGet(() -> new Ticket.OfBinding(
                        tickets.open(FROM_BINDINGS, "bound", Ticket.OfBinding.Claims.class, text)));
    }

    /** Empty if the ticket is not of this kind. */
    private static Optional<Ticket> find(Supplier<Ticket> kind) {
        try {
            return Optional.of(kind.get());
        } catch (ProblemException refused) {
            if (refused.problem().slug().equals(TicketProblems.invalid().slug())) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
