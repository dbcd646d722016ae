/** Guessed passwords: how many are looked at, and how the owner gets in meanwhile (security.md J9). */
@NullMarked
package io.dovetail.users.guessing;

import org.jspecify.annotations.NullMarked;
