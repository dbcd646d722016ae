/** A signed-in person without a password sets one on the spot, once single sign-on is off. */
@NullMarked
package io.dovetail.users.ownpassword;

import org.jspecify.annotations.NullMarked;
