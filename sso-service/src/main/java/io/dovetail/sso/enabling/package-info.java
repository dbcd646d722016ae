/** Turns single sign-on on and off: Enable, Apply, Disable, and the roll-back of a trial without a session. */
@NullMarked
package io.dovetail.sso.enabling;

import org.jspecify.annotations.NullMarked;
