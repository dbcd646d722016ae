package io.dovetail.kit.ticket;

import io.dovetail.kit.problem.Problem;

/** What a presented ticket can be refused for. */
public final class TicketProblems {
    private TicketProblems() {}

    public static Problem invalid() {
        return Problem.of(
                "ticket-invalid",
                400,
                "This ticket is not valid here",
                "Start again: sign in or open the link once more and use the new ticket at once.");
    }

    public static Problem expired() {
        return Problem.of(
                "ticket-expired",
                400,
                "This ticket has ended",
                "A ticket is good for a minute; start again and use the new one at once.");
    }

    public static Problem alreadyUsed() {
        return Problem.of(
                "ticket-already-used",
                409,
                "This ticket was used before",
                "A ticket is good for one use; if you are not signed in, start again.");
    }
}
