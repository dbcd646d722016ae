/** The clock that follows the database's time. */
@NullMarked
package io.dovetail.kit.time;

import org.jspecify.annotations.NullMarked;
