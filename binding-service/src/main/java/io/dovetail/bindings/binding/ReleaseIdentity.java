package io.dovetail.bindings.binding;

import io.dovetail.bindings.audit.Act;
import io.dovetail.bindings.copies.KnownUser;
import io.dovetail.bindings.copies.KnownUsers;
import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Frees the identities that are kept for a deactivated user, so that somebody else can be bound to them. */
@ApplicationScoped
class ReleaseIdentity {
    private final Bindings bindings;
    private final KnownUsers users;
    private final ReconcileLinks reconcileLinks;
    private final TellOfActs tellOfActs;
    private final Outbox outbox;
    private final Clock clock;

    ReleaseIdentity(
            Bindings bindings,
            KnownUsers users,
            ReconcileLinks reconcileLinks,
            TellOfActs tellOfActs,
            Outbox outbox,
            Clock clock) {
        this.bindings = bindings;
        this.users = users;
        this.reconcileLinks = reconcileLinks;
        this.tellOfActs = tellOfActs;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Command(UUID companyId, UUID userId, Actor administrator) {}

    /** @throws io.dovetail.kit.problem.ProblemException not-found if nothing is kept, user-not-deactivated */
    @Transactional
    void handle(Command command) {
        reconcileLinks.hold(command.companyId(), command.userId());
        var kept = bindings.of(command.companyId(), command.userId());
        if (kept.isEmpty()) {
            throw CommonProblems.notFound().exception();
        }
        if (users.find(command.userId()).filter(KnownUser::deactivated).isEmpty()) {
            throw BindingProblems.userNotDeactivated().exception();
        }
        kept.forEach(binding -> outbox.append(binding.remove(command.administrator(), clock.instant())));
        tellOfActs.handle(new TellOfActs.Command(
                command.companyId(), command.administrator(), Act.IDENTITY_RELEASED, command.userId()));
    }
}
