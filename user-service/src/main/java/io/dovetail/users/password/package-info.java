/** Passwords: which are taken, how they are stored and checked; the only package that knows Argon2id. */
@NullMarked
package io.dovetail.users.password;

import org.jspecify.annotations.NullMarked;
