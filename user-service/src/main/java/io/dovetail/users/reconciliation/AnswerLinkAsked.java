package io.dovetail.users.reconciliation;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.asking.LinkAsked;
import io.dovetail.users.asking.WaitingRequests;
import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Has a wish from another service's page answered by the reconciliation, now or when the switch-over is heard of. */
@ApplicationScoped
class AnswerLinkAsked {
    private final WaitingRequests waitingRequests;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final Users users;
    private final ReconcileUser reconcileUser;

    AnswerLinkAsked(
            WaitingRequests waitingRequests,
            Companies companies,
            SwitchOvers switchOvers,
            Users users,
            ReconcileUser reconcileUser) {
        this.waitingRequests = waitingRequests;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.users = users;
        this.reconcileUser = reconcileUser;
    }

    /** Nobody of a removed or suspended company, and nobody erased, is answered. */
    @Transactional
    void handle(LinkAsked asked) {
        var company = asked.companyId();
        if (waitingRequests.isTooOld(asked) || !companies.staysActive(company)) {
            return;
        }
        var standing = switchOvers.lasting(company);
        users.lock(asked.userId()).filter(user -> user.belongsTo(company)).ifPresent(user -> {
            waitingRequests.keep(asked);
            reconcileUser.handle(new ReconcileUser.Command(user, standing, Actor.system()));
        });
    }
}
