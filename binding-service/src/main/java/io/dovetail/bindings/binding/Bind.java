package io.dovetail.bindings.binding;

import io.dovetail.bindings.copies.KnownUsers;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.Opened;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Binds a user to the identity with which they came back from the provider.
 *
 * <p>The ticket in the browser and the event in Kafka both lead here; whichever comes first binds, the other finds it
 * done. Two users at one identity, or two identities at one user, meet at the table's unique constraints.
 */
@ApplicationScoped
class Bind {
    private static final Logger LOG = Logger.getLogger(Bind.class);

    private final Bindings bindings;
    private final KnownUsers users;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    Bind(Bindings bindings, KnownUsers users, Tickets tickets, Outbox outbox, Clock clock) {
        this.bindings = bindings;
        this.users = users;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param ticket spent with the binding when it came by the browser; empty when it came by the event */
    record Command(UUID userId, Identity identity, UUID signInId, Optional<Opened<?>> ticket) {}

    @Transactional
    Outcome handle(Command command) {
        command.ticket().ifPresent(tickets::spend);
        var hindrance = hindrance(command);
        return hindrance.isPresent() ? refuse(command, hindrance.get()) : bind(command);
    }

    /**
     * A user of whom nothing is known is bound all the same: the proof is authentic, sso-service made it for an account
     * that exists, and the copy of users may only be late. Refusing would make Kafka's delay the person's problem;
     * user-service looks at the account's status again before it opens a session.
     */
    private Optional<RefusalReason> hindrance(Command command) {
        return users.find(command.userId()).flatMap(user -> {
            if (!user.companyId().equals(command.identity().companyId())) {
                return Optional.of(RefusalReason.USER_UNKNOWN);
            }
            return user.deactivated() ? Optional.of(RefusalReason.USER_DEACTIVATED) : Optional.empty();
        });
    }

    private Outcome bind(Command command) {
        var binding = new Binding(command.userId(), command.identity(), command.signInId(), clock.instant());
        if (bindings.add(binding)) {
            outbox.append(binding.completed());
            LOG.infof(
                    "bound binding=%s company=%s",
                    binding.id(), command.identity().companyId());
            return new Outcome.Bound(binding);
        }
        var existing = bindings.findBound(command.identity());
        if (existing.isPresent()) {
            return existing.get().belongsTo(command.userId())
                    ? new Outcome.Bound(existing.get())
                    : refuse(command, RefusalReason.IDENTITY_TAKEN);
        }
        if (bindings.isBound(command.userId(), command.identity().source())) {
            return refuse(command, RefusalReason.OTHER_IDENTITY_BOUND);
        }
        return bind(command); // what stood in the way was removed meanwhile
    }

    private Outcome refuse(Command command, RefusalReason reason) {
        var refusal = new Refusal(command.signInId(), command.userId(), command.identity(), reason, clock.instant());
        if (bindings.add(refusal)) {
            outbox.append(refusal.refused());
            LOG.infof("not bound reason=%s signIn=%s", reason, command.signInId());
        }
        return new Outcome.Refused(reason);
    }
}
