package io.dovetail.bindings.link;

import io.dovetail.bindings.asking.LinkAsked;
import io.dovetail.bindings.asking.WaitingRequests;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Has a wish from another service's page answered by the reconciliation, now or when the switch-over is heard of. */
@ApplicationScoped
class AnswerLinkAsked {
    private final WaitingRequests waitingRequests;
    private final Forgotten forgotten;
    private final ReconcileLinks reconcileLinks;

    AnswerLinkAsked(WaitingRequests waitingRequests, Forgotten forgotten, ReconcileLinks reconcileLinks) {
        this.waitingRequests = waitingRequests;
        this.forgotten = forgotten;
        this.reconcileLinks = reconcileLinks;
    }

    @Transactional
    void handle(LinkAsked asked) {
        if (waitingRequests.isTooOld(asked) || forgotten.includes(asked.companyId(), asked.userId())) {
            return;
        }
        reconcileLinks.hold(asked.companyId(), asked.userId());
        waitingRequests.keep(asked);
        reconcileLinks.one(asked.companyId(), asked.userId());
    }
}
