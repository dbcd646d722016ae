/** Binds a user to an identity, once, whether the ticket or the event comes first. */
@NullMarked
package io.dovetail.bindings.binding;

import org.jspecify.annotations.NullMarked;
