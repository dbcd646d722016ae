/**
 * Wishes for the right link, made where somebody does not get on: passed on to the service that owes it, or waited
 * with.
 */
@NullMarked
package io.dovetail.users.asking;

import org.jspecify.annotations.NullMarked;
