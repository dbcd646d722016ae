/** What the page of a dead link has mailed: the right one, to the same address, by whichever service owes it. */
@NullMarked
package io.dovetail.users.deadlink;

import org.jspecify.annotations.NullMarked;
