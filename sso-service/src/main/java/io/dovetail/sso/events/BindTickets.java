package io.dovetail.sso.events;

import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals what {@code sign-in-accepted} tells binding-service, so that the browser need not wait for the event. */
@ApplicationScoped
public class BindTickets {
    private static final Pair TO_BINDING_SERVICE = new Pair("sso-service", "binding-service");
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Tickets tickets;

    BindTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /** What the ticket holds. */
    record BindClaims(
            UUID companyId,
            @Nullable UUID userId,
            UUID source,
            String samlId,
            String firstName,
            String lastName,
            UUID signInId,
            @Nullable UUID linkId,
            boolean beforeEnable,
            long connectionRevision,
            @Nullable Long notAfter,
            @Nullable String browserHash,
            @Nullable String email) {}

    /**
     * @param browserHash the one browser in which the ticket counts; empty when an administrator's session asks
     * @param sessionEnd when the provider ends the session (SAML Core 2.7.2); empty if it does not say
     */
    public String seal(SignInAccepted accepted, Optional<String> browserHash, Optional<Instant> sessionEnd) {
        var claims = new BindClaims(
                accepted.companyId(),
                accepted.userId(),
                accepted.source(),
                accepted.samlId(),
                accepted.firstName(),
                accepted.lastName(),
                accepted.signInId(),
                accepted.linkId(),
                accepted.beforeEnable(),
                accepted.connectionRevision(),
                sessionEnd.map(Instant::getEpochSecond).orElse(null),
                browserHash.orElse(null),
                accepted.email());
        return tickets.seal(TO_BINDING_SERVICE, "bind", claims, LIFE);
    }
}
