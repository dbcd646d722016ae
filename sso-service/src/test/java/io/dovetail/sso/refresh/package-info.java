/** Metadata that are read again, from a real site, and what comes of it. */
@NullMarked
package io.dovetail.sso.refresh;

import org.jspecify.annotations.NullMarked;
