/** The fences of this service. */
@NullMarked
package io.dovetail.sso;

import org.jspecify.annotations.NullMarked;
