package io.dovetail.bindings.link;

import io.dovetail.kit.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a link is good for at present. */
public enum LinkState {
    LIVE(null),
    EXPIRED(LinkProblems.expired()),
    REPLACED(LinkProblems.replaced()),
    /** The account is bound, by this link or in another way. */
    USED(LinkProblems.used()),
    SINGLE_SIGN_ON_OFF(LinkProblems.singleSignOnOff()),
    DEACTIVATED(LinkProblems.deactivated());

    @SuppressWarnings("ImmutableEnumChecker") // a record whose map is an unmodifiable copy
    private final @Nullable Problem problem;

    LinkState(@Nullable Problem problem) {
        this.problem = problem;
    }

    /** Why nothing can be begun with it; empty for a live one. */
    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    static LinkState of(LinkEnd end) {
        return switch (end) {
            case REPLACED -> REPLACED;
            case BOUND -> USED;
            case SINGLE_SIGN_ON_OFF -> SINGLE_SIGN_ON_OFF;
            case DEACTIVATED -> DEACTIVATED;
        };
    }
}
