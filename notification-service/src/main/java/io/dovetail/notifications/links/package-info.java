/** Brings people the links that the other services issue, and stops the mails of those that died. */
@NullMarked
package io.dovetail.notifications.links;

import org.jspecify.annotations.NullMarked;
