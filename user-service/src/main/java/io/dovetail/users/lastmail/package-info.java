/** Which mail each user was sent last, and whether it went out. */
@NullMarked
package io.dovetail.users.lastmail;

import org.jspecify.annotations.NullMarked;
