/** Setting one's own password on the spot. */
@NullMarked
package io.dovetail.users.ownpassword;

import org.jspecify.annotations.NullMarked;
