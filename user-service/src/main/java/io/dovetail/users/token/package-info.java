/** Access tokens and the keys that sign and verify them; the only package that knows JWT libraries. */
@NullMarked
package io.dovetail.users.token;

import org.jspecify.annotations.NullMarked;
