/** Enable, Apply, Disable and roll-back against the running service. */
@NullMarked
package io.dovetail.sso.enabling;

import org.jspecify.annotations.NullMarked;
