/** A sign-in: one browser round trip to the provider, from login to finish. */
@NullMarked
package io.dovetail.sso.signin;

import org.jspecify.annotations.NullMarked;
