/** Where an invitation leads while single sign-on is off: the person gives a name and a password. */
@NullMarked
package io.dovetail.console.invitation;

import org.jspecify.annotations.NullMarked;
