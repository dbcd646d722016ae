package io.dovetail.bindings.binding;

import io.dovetail.bindings.copies.KnownUsers;
import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.bindings.link.SpendLink;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.Opened;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Binds a user to the identity with which they came back from the provider.
 *
 * <p>The ticket in the browser and the event in Kafka both lead here; whichever comes first binds, the other finds it
 * done. Two users at one identity, or two identities at one user, meet at the table's unique constraints.
 */
@ApplicationScoped
class Bind {
    private static final Logger LOG = Logger.getLogger(Bind.class);

    private final Forgotten forgotten;
    private final Bindings bindings;
    private final KnownUsers users;
    private final SpendLink spendLink;
    private final ReconcileLinks reconcileLinks;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    Bind(
            Forgotten forgotten,
            Bindings bindings,
            KnownUsers users,
            SpendLink spendLink,
            ReconcileLinks reconcileLinks,
            Tickets tickets,
            Outbox outbox,
            Clock clock) {
        this.forgotten = forgotten;
        this.bindings = bindings;
        this.users = users;
        this.spendLink = spendLink;
        this.reconcileLinks = reconcileLinks;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Whom to bind to which identity.
     *
     * @param providerEmail the person's address by the word of the provider; null if it said none
     * @param link spent with the binding; empty when an administrator links the identity of a verification
     * @param ticket spent with the binding when it came by the browser; empty when it came by the event
     */
    record Command(
            UUID userId,
            Identity identity,
            @Nullable String providerEmail,
            UUID signInId,
            Optional<UUID> link,
            Optional<Opened<?>> ticket) {
        UUID companyId() {
            return identity.companyId();
        }
    }

    @Transactional
    Outcome handle(Command command) {
        command.ticket().ifPresent(tickets::spend);
        if (forgotten.includes(command.companyId(), command.userId())) {
            return new Outcome.Refused(RefusalReason.USER_UNKNOWN); // nothing of them is written down, not even this
        }
        reconcileLinks.hold(command.companyId(), command.userId());
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
            if (!user.companyId().equals(command.companyId())) {
                return Optional.of(RefusalReason.USER_UNKNOWN);
            }
            return user.deactivated() ? Optional.of(RefusalReason.USER_DEACTIVATED) : Optional.empty();
        });
    }

    private Outcome bind(Command command) {
        var bySameSignIn = bindings.findBySignIn(command.signInId());
        if (bySameSignIn.isPresent()) {
            return present(bySameSignIn.get());
        }
        var existing = bindings.findBound(command.identity());
        if (existing.isPresent()) {
            return existing.get().belongsTo(command.userId())
                    ? boundTo(existing.get())
                    : refuse(command, RefusalReason.IDENTITY_TAKEN);
        }
        if (bindings.isBound(command.userId(), command.identity().source())) {
            return refuse(command, RefusalReason.OTHER_IDENTITY_BOUND);
        }
        var link = command.link().map(id -> new SpendLink.Command(id, command.companyId(), command.userId()));
        var deadLink = link.flatMap(spendLink::hindrance);
        if (deadLink.isPresent()) {
            return refuse(command, RefusalReason.of(deadLink.get()));
        }
        var binding = new Binding(
                command.userId(), command.identity(), command.signInId(), command.providerEmail(), clock.instant());
        return bindings.add(binding) ? bound(command, binding, link) : bind(command); // somebody was faster
    }

    /** Removed since: a late event binds nobody again, and a late ticket opens nothing. */
    private Outcome present(Binding binding) {
        return binding.isBound() ? boundTo(binding) : new Outcome.Refused(RefusalReason.LINK_REPLACED);
    }

    private Outcome bound(Command command, Binding binding, Optional<SpendLink.Command> link) {
        link.ifPresent(spendLink::handle);
        reconcileLinks.one(command.companyId(), command.userId());
        outbox.append(binding.completed());
        LOG.infof("bound binding=%s company=%s", binding.id(), command.companyId());
        return boundTo(binding);
    }

    private Outcome boundTo(Binding binding) {
        var user = users.find(binding.userId());
        return new Outcome.Bound(binding, ProviderEmail.otherThan(user, binding.providerEmail()));
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
