/** The service's ends of Kafka: the topics that it reads and the operator's call that publishes again. */
@NullMarked
package io.dovetail.notifications.events;

import org.jspecify.annotations.NullMarked;
