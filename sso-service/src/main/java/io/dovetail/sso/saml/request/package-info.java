/** Writes authentication requests and brings them to the provider. */
@NullMarked
package io.dovetail.sso.saml.request;

import org.jspecify.annotations.NullMarked;
