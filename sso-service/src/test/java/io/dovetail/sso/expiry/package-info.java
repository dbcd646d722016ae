/** Who is told that a certificate ends, and when. */
@NullMarked
package io.dovetail.sso.expiry;

import org.jspecify.annotations.NullMarked;
