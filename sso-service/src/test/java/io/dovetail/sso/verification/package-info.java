/** Verifications against the real database. */
@NullMarked
package io.dovetail.sso.verification;

import org.jspecify.annotations.NullMarked;
