/** What this service keeps of companies and users, to write to administrators and to name people. */
@NullMarked
package io.dovetail.notifications.copies;

import org.jspecify.annotations.NullMarked;
