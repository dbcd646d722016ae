/** A company's SAML set-up: draft and current version, what is copied to the provider, Enable. */
@NullMarked
package io.dovetail.sso.connection;

import org.jspecify.annotations.NullMarked;
