/** Forgets companies and users that were removed for good. */
@NullMarked
package io.dovetail.notifications.removal;

import org.jspecify.annotations.NullMarked;
