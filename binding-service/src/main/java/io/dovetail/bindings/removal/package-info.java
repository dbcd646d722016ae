/** Forgets companies and users that were removed for good. */
@NullMarked
package io.dovetail.bindings.removal;

import org.jspecify.annotations.NullMarked;
