/** Signing in: which way an address goes, and sessions opened by a password or a ticket. */
@NullMarked
package io.dovetail.users.signin;

import org.jspecify.annotations.NullMarked;
