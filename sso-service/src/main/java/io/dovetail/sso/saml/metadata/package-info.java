/** Reads providers' metadata and writes our own. */
@NullMarked
package io.dovetail.sso.saml.metadata;

import org.jspecify.annotations.NullMarked;
