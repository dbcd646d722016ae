package io.dovetail.sso.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.connection.UsableConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals for user-service who came in, and by which connection. */
@ApplicationScoped
class SignInTickets {
    private static final Pair TO_USER_SERVICE = new Pair("sso-service", "user-service");
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Tickets tickets;

    SignInTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What the ticket holds.
     *
     * @param notAfter second since 1970 by which the provider ends the session; left out if it does not say (SAML Core
     *     2.7.2)
     */
    record SignInClaims(
            UUID companyId,
            UUID source,
            String samlId,
            String firstName,
            String lastName,
            UUID signInId,
            long connectionRevision,
            SingleSignOn connectionState,
            String browserHash,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long notAfter) {}

    /** @param browserHash the one browser in which the ticket counts */
    String seal(UsableConnection connection, AcceptedAnswer answer, SignInRecord record, String browserHash) {
        var claims = new SignInClaims(
                connection.companyId(),
                connection.source(),
                answer.samlId(),
                answer.firstName(),
                answer.lastName(),
                record.id(),
                connection.revision(),
                connection.state(),
                browserHash,
                answer.sessionEndsAt().map(Instant::getEpochSecond).orElse(null));
        return tickets.seal(TO_USER_SERVICE, "sign-in", claims, LIFE);
    }
}
