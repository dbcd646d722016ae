/** The check of a SAML response: a pure function of the response, the connection and the time. */
@NullMarked
package io.dovetail.sso.saml.response;

import org.jspecify.annotations.NullMarked;
