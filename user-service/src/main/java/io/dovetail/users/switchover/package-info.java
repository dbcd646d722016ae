/** Whether passwords work: what this service remembers of switching single sign-on on and off. */
@NullMarked
package io.dovetail.users.switchover;

import org.jspecify.annotations.NullMarked;
