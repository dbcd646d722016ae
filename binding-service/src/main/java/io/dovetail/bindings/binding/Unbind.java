package io.dovetail.bindings.binding;

import io.dovetail.bindings.audit.Act;
import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.bindings.link.SendNewLink;
import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Frees a user from their identities; while single sign-on is on, they get a link to be bound anew. */
@ApplicationScoped
class Unbind {
    private final Bindings bindings;
    private final ReconcileLinks reconcileLinks;
    private final SendNewLink sendNewLink;
    private final TellOfActs tellOfActs;
    private final Outbox outbox;
    private final Clock clock;

    Unbind(
            Bindings bindings,
            ReconcileLinks reconcileLinks,
            SendNewLink sendNewLink,
            TellOfActs tellOfActs,
            Outbox outbox,
            Clock clock) {
        this.bindings = bindings;
        this.reconcileLinks = reconcileLinks;
        this.sendNewLink = sendNewLink;
        this.tellOfActs = tellOfActs;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Command(UUID companyId, UUID userId, Actor administrator) {}

    /** @throws io.dovetail.kit.problem.ProblemException not-found if the user is bound to nothing */
    @Transactional
    void handle(Command command) {
        reconcileLinks.hold(command.companyId(), command.userId());
        var bound = bindings.of(command.companyId(), command.userId());
        if (bound.isEmpty()) {
            throw CommonProblems.notFound().exception();
        }
        bound.forEach(binding -> outbox.append(binding.remove(command.administrator(), clock.instant())));
        bindings.flush();
        tellOfActs.handle(new TellOfActs.Command(
                command.companyId(), command.administrator(), Act.BINDING_REMOVED, command.userId()));
        sendNewLink.unbound(command.companyId(), command.userId(), command.administrator());
    }
}
