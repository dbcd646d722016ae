/** A connection's legal moves, without a database. */
@NullMarked
package io.dovetail.sso.connection;

import org.jspecify.annotations.NullMarked;
