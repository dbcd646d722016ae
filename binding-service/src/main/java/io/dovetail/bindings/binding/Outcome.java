package io.dovetail.bindings.binding;

import org.jspecify.annotations.Nullable;

/** What became of the wish to bind. */
sealed interface Outcome {

    /**
     * The user is bound to the identity, now or since before.
     *
     * @param providerEmail what the provider said when they were bound, if it is not the account's address
     */
    record Bound(Binding binding, @Nullable String providerEmail) implements Outcome {}

    /** Nothing changed, and why. */
    record Refused(RefusalReason reason) implements Outcome {}
}
