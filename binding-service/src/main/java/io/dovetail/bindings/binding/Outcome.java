package io.dovetail.bindings.binding;

/** What became of the wish to bind. */
sealed interface Outcome {

    /** The user is bound to the identity, now or since before. */
    record Bound(Binding binding) implements Outcome {}

    /** Nothing changed, and why. */
    record Refused(RefusalReason reason) implements Outcome {}
}
