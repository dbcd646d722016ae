/** The real parts that the kit's own tests run on, with a gate in front of the database. */
@NullMarked
package io.dovetail.kit.parts;

import org.jspecify.annotations.NullMarked;
