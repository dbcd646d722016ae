package io.dovetail.bindings.link;

/** What a link is to the person who gets it; both bind. */
public enum LinkKind {
    /** For an account that was in use before. */
    BINDING,
    /** For a person who has yet to come in for the first time. */
    INVITATION
}
