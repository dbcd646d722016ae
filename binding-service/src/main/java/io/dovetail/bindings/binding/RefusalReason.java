package io.dovetail.bindings.binding;

import io.dovetail.kit.problem.Problem;

/** Why a user could not be bound; nothing changed. */
enum RefusalReason {
    /** Another user, possibly a deactivated one, is bound to this identity. */
    IDENTITY_TAKEN(BindingProblems.identityTaken()),
    /** This user is bound to another identity of the same source. */
    OTHER_IDENTITY_BOUND(BindingProblems.otherIdentityBound()),
    /** The user is known, but not in this company. */
    USER_UNKNOWN(BindingProblems.userUnknown()),
    USER_DEACTIVATED(BindingProblems.userDeactivated());

    @SuppressWarnings("ImmutableEnumChecker") // a record whose map is an unmodifiable copy
    private final Problem problem;

    RefusalReason(Problem problem) {
        this.problem = problem;
    }

    /** What the person who asked is told. */
    Problem problem() {
        return problem;
    }
}
