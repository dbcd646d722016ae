/** Operators remove a company; everything of it is erased, batch by batch. */
@NullMarked
package io.dovetail.users.removal;

import org.jspecify.annotations.NullMarked;
