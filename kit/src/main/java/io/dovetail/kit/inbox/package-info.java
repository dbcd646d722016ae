/** Remembers which events took effect, so that each takes effect once. */
@NullMarked
package io.dovetail.kit.inbox;

import org.jspecify.annotations.NullMarked;
