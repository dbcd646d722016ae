/** The check against the hostile responses of the lab's provider. */
@NullMarked
package io.dovetail.sso.saml.response;

import org.jspecify.annotations.NullMarked;
