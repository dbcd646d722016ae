/** What comes in from Kafka, and what this service announces. */
@NullMarked
package io.dovetail.sso.events;

import org.jspecify.annotations.NullMarked;
