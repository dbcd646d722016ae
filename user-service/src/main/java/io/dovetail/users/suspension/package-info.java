/** Operators suspend a company, so that nobody of it works, and let it go on. */
@NullMarked
package io.dovetail.users.suspension;

import org.jspecify.annotations.NullMarked;
