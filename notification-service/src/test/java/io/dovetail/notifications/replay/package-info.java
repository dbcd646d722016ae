/** Recorded journeys told in many orders. */
@NullMarked
package io.dovetail.notifications.replay;

import org.jspecify.annotations.NullMarked;
