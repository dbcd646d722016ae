/** A real SMTP server behind a gate that the tests open, close and let answer. */
@NullMarked
package io.dovetail.notifications.smtp;

import org.jspecify.annotations.NullMarked;
