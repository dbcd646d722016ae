/** Recovery codes: the way back to the connection's settings when single sign-on itself is what is broken. */
@NullMarked
package io.dovetail.sso.recovery;

import org.jspecify.annotations.NullMarked;
