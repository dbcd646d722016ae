package io.dovetail.bindings.link;

/** A link that a user is to get. */
record Owed(LinkKind kind, LinkCause cause, Target target, boolean automatic) {}
