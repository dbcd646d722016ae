/** Metadata in the likenesses of real providers, and what is wrong with other files. */
@NullMarked
package io.dovetail.sso.saml.metadata;

import org.jspecify.annotations.NullMarked;
