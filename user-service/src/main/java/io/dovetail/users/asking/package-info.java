/** Wishes for the right link, made at the page of a dead one: passed on to the service that owes it, or waited with. */
@NullMarked
package io.dovetail.users.asking;

import org.jspecify.annotations.NullMarked;
