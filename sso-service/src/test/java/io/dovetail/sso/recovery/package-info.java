/** Recovery codes against the running service. */
@NullMarked
package io.dovetail.sso.recovery;

import org.jspecify.annotations.NullMarked;
