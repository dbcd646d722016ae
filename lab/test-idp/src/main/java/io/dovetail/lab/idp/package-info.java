/** A SAML 2.0 identity provider to try the product with: its keys, its answers, and the attacks on them. */
@NullMarked
package io.dovetail.lab.idp;

import org.jspecify.annotations.NullMarked;
