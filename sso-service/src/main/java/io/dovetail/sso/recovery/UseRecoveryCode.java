package io.dovetail.sso.recovery;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.copies.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets an administrator in by a code, to the connection's settings alone; tries that fail are counted, and stay. */
@ApplicationScoped
class UseRecoveryCode {
    private static final Pair TO_USER_SERVICE = new Pair("sso-service", "user-service");
    private static final String UNKNOWN = "unknown";
    private static final Duration TICKET_LIFE = Duration.ofSeconds(60);

    private final Companies companies;
    private final Connections connections;
    private final Users users;
    private final RecoveryCodes codes;
    private final RecoveryTries tries;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    UseRecoveryCode(
            Companies companies,
            Connections connections,
            Users users,
            RecoveryCodes codes,
            RecoveryTries tries,
            Tickets tickets,
            Outbox outbox,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.users = users;
        this.codes = codes;
        this.tries = tries;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Somebody with a code.
     *
     * @param address from which they come, if it is known
     * @param browserHash of their browser, the only one in which the ticket counts; empty when there is none
     */
    record Command(
            UUID companyId, String email, RecoveryCode code, Optional<String> address, Optional<String> browserHash) {}

    /** What came of it. */
    sealed interface Outcome {
        record Opened(String ticket) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooManyTries() implements Outcome {}
    }

    /** What the ticket of purpose {@code recovery} holds. */
    record RecoveryClaims(
            UUID companyId, UUID userId, @Nullable String browserHash) {}

    @Transactional
    Outcome handle(Command command) {
        var isOn = connections
                .findCurrent(command.companyId())
                .filter(connection -> connection.state() != SingleSignOn.OFF)
                .isPresent();
        if (!isOn || !companies.isActive(command.companyId())) {
            return new Outcome.Wrong();
        }
        if (tries.areTooManyOf(
                command.companyId(), command.email(), command.address().orElse(UNKNOWN))) {
            return new Outcome.TooManyTries();
        }
        var administrator = users.findAdministrator(command.companyId(), command.email());
        if (administrator.isEmpty() || !codes.spend(command.companyId(), command.code())) {
            return wrong(command);
        }
        tell(
                command.companyId(),
                Actor.user(administrator.get()).from(command.address().orElse(null)));
        var claims = new RecoveryClaims(
                command.companyId(), administrator.get(), command.browserHash().orElse(null));
        return new Outcome.Opened(tickets.seal(TO_USER_SERVICE, "recovery", claims, TICKET_LIFE));
    }

    /** The company's limit comes after the code: whoever fills it keeps no right one out (security.md J9). */
    private Outcome wrong(Command command) {
        if (tries.areTooManyIn(command.companyId())) {
            return new Outcome.TooManyTries();
        }
        tries.note(command.companyId(), command.email(), command.address().orElse(UNKNOWN));
        return new Outcome.Wrong();
    }

    private void tell(UUID companyId, Actor administrator) {
        outbox.append(Event.of(
                "dovetail.sso",
                "recovery-code-used",
                companyId.toString(),
                companyId,
                administrator,
                clock.instant(),
                new RecoveryCodeUsed(companyId, administrator.userId(), codes.left(companyId))));
    }
}
