/** What the tests of this service share. */
@NullMarked
package io.dovetail.notifications;

import org.jspecify.annotations.NullMarked;
