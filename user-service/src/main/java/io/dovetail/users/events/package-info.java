/** The service's ends of Kafka: the topics that it reads and the operator's calls that publish again. */
@NullMarked
package io.dovetail.users.events;

import org.jspecify.annotations.NullMarked;
