/** Whether the likenesses are like. */
@NullMarked
package io.dovetail.lab.idp.likeness;

import org.jspecify.annotations.NullMarked;
