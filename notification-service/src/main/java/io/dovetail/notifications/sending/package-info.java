/** Takes up due deliveries and hands their mails to the mail server, away from Kafka's threads. */
@NullMarked
package io.dovetail.notifications.sending;

import org.jspecify.annotations.NullMarked;
