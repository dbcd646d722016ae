package io.dovetail.bindings.link;

/**
 * A link that a user is to get.
 *
 * @param automatic whether nobody asked for it
 * @param beforeEnable whether single sign-on is off: the link tells nobody that passwords are
 */
record Owed(LinkKind kind, LinkCause cause, Target target, boolean automatic, boolean beforeEnable) {}
