/** What goes from the outbox when a person or company is erased: whatever holds more than ids. */
@NullMarked
package io.dovetail.users.erasure;

import org.jspecify.annotations.NullMarked;
