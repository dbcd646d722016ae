/** Turns single sign-on on, and ends the trial with the first session. */
@NullMarked
package io.dovetail.sso.enabling;

import org.jspecify.annotations.NullMarked;
