/** Invitations: people whom an administrator asks in, while single sign-on is off and while it is on. */
@NullMarked
package io.dovetail.users.invitation;

import org.jspecify.annotations.NullMarked;
