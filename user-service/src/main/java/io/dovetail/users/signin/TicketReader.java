package io.dovetail.users.signin;

import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.TicketProblems;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the two kinds of tickets; each kind has a key of its own, so that one is never taken for the other. */
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
        try {
            return new Ticket.OfSignIn(tickets.open(FROM_SSO, "sign-in", Ticket.OfSignIn.Claims.class, text));
        } catch (ProblemException refused) {
            if (!refused.problem().slug().equals(TicketProblems.invalid().slug())) {
                throw refused;
            }
            return new Ticket.OfBinding(tickets.open(FROM_BINDINGS, "bound", Ticket.OfBinding.Claims.class, text));
        }
    }
}
