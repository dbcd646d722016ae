/** Strangers who guess, against the running service. */
@NullMarked
package io.dovetail.users.guessing;

import org.jspecify.annotations.NullMarked;
