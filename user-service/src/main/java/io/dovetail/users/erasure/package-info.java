/** What remains when a person or company is erased: their id, and events that hold no more than ids. */
@NullMarked
package io.dovetail.users.erasure;

import org.jspecify.annotations.NullMarked;
