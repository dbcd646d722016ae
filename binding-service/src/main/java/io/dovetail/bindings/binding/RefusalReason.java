package io.dovetail.bindings.binding;

import io.dovetail.bindings.link.LinkProblems;
import io.dovetail.bindings.link.LinkState;
import io.dovetail.kit.problem.Problem;

/** Why a user could not be bound; nothing changed. */
enum RefusalReason {
    /** Another user, possibly a deactivated one, is bound to this identity. */
    IDENTITY_TAKEN(BindingProblems.identityTaken()),
    /** This user is bound to another identity of the same source. */
    OTHER_IDENTITY_BOUND(BindingProblems.otherIdentityBound()),
    /** The user is known, but not in this company. */
    USER_UNKNOWN(BindingProblems.userUnknown()),
    USER_DEACTIVATED(BindingProblems.userDeactivated()),
    /** Another link was sent since. */
    LINK_REPLACED(LinkProblems.replaced()),
    /** The account was bound with this link, to another identity. */
    LINK_USED(LinkProblems.used()),
    /** Switched off, or to another provider, while the person was there. */
    SINGLE_SIGN_ON_OFF(LinkProblems.singleSignOnOff());

    @SuppressWarnings("ImmutableEnumChecker") // a record whose map is an unmodifiable copy
    private final Problem problem;

    RefusalReason(Problem problem) {
        this.problem = problem;
    }

    static RefusalReason of(LinkState state) {
        return switch (state) {
            case USED -> LINK_USED;
            case SINGLE_SIGN_ON_OFF -> SINGLE_SIGN_ON_OFF;
            case DEACTIVATED -> USER_DEACTIVATED;
            case REPLACED, LIVE, EXPIRED -> LINK_REPLACED;
        };
    }

    /** What the person who asked is told. */
    Problem problem() {
        return problem;
    }
}
