/** Access tokens that are no longer good although their time is not over. */
@NullMarked
package io.dovetail.kit.token;

import org.jspecify.annotations.NullMarked;
