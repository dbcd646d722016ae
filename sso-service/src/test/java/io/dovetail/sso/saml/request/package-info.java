/** Requests, read back as a provider reads them. */
@NullMarked
package io.dovetail.sso.saml.request;

import org.jspecify.annotations.NullMarked;
