/** A delivery's life: queued by an event, taken up by one sender at a time, sent or given up. */
@NullMarked
package io.dovetail.notifications.delivery;

import org.jspecify.annotations.NullMarked;
