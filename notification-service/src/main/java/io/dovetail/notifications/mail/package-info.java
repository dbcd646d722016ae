/** The mails themselves, and the fence around the SMTP client that carries them. */
@NullMarked
package io.dovetail.notifications.mail;

import org.jspecify.annotations.NullMarked;
