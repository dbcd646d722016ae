/** Events written in the writer's transaction and published to Kafka afterwards, in order per key. */
@NullMarked
package io.dovetail.kit.outbox;

import org.jspecify.annotations.NullMarked;
