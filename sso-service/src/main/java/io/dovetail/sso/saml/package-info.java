/** The fence around OpenSAML: the only packages that import it. */
@NullMarked
package io.dovetail.sso.saml;

import org.jspecify.annotations.NullMarked;
