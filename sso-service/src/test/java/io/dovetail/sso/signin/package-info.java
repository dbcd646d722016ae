/** Sign-ins against the running service, with real PostgreSQL and Kafka. */
@NullMarked
package io.dovetail.sso.signin;

import org.jspecify.annotations.NullMarked;
