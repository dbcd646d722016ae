/** Tells in time that a provider's certificate ends. */
@NullMarked
package io.dovetail.sso.expiry;

import org.jspecify.annotations.NullMarked;
