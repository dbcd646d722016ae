/** A real sign-in that only reports. */
@NullMarked
package io.dovetail.sso.verification;

import org.jspecify.annotations.NullMarked;
